/** IDs of commands for existing resources that files only refer to. */
export const existingCommands = {
  read: 'amlSecureCompute.files.readExisting',
  chooseScope: 'amlSecureCompute.files.chooseScope',
  stop: 'amlSecureCompute.files.stopReadingExisting',
} as const;
