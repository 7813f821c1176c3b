/** The platform as a person calls it; everything that is neither Windows nor macOS behaves like Linux. */
export const platformName = (platform: NodeJS.Platform): 'windows' | 'macos' | 'linux' => {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
};
