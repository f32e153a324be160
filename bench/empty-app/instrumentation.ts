/** Without a file of its own, this application would be given the one of the project it lies in. */
export function register() {}
