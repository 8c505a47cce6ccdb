/** Commands on resources that files only refer to, by what they do. */
export const existingCommands = {
  read: 'amlSecureCompute.files.readExisting',
  chooseScope: 'amlSecureCompute.files.chooseScope',
  stop: 'amlSecureCompute.files.stopReadingExisting',
} as const;
