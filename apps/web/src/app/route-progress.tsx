import { useNavigation } from 'react-router';

/** A thin line while the next screen is being loaded. */
export function RouteProgress() {
  const { state } = useNavigation();
  return <div className={state === 'idle' ? 'route-progress' : 'route-progress moving'} aria-hidden />;
}
