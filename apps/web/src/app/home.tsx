import { Navigate } from 'react-router';
import { useAccount } from '../client';
import { menuFor } from './menu';

/** The first screen of the person's menu. */
export const Home = () => <Navigate to={menuFor(useAccount())[0]?.path ?? '/inbox'} replace />;
