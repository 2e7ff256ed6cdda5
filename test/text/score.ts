import { forwardDateParsers, recognized } from './others.ts';
