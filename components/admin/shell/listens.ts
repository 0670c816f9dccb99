/** Said on the window once a screen of the console listens to what is done on it. */
export const LISTENS = "waymark:listens";
