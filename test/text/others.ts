import type { Component, ParsedComponents, ParsedResult } from 'chrono-node';
import * as chronoEnglish from 'chrono-node/en';
import * as chronoFrench from 'chrono-node/fr';
import recognizers from '@microsoft/recognizers-text-date-time';
export const x: [Component, ParsedComponents, ParsedResult] | undefined = undefined;
export const y = [chronoEnglish.GB, chronoEnglish.casual, chronoFrench.casual, recognizers];
