import { testAccessibility } from './test-accessibility';

testAccessibility('dark');
testAccessibility('light');
testAccessibility('high-contrast');
