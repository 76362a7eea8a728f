import { Navigate } from 'react-router';
import { useAccount } from '../client';
import { homeOf } from './menu';

export const Home = () => <Navigate to={homeOf(useAccount())} replace />;
