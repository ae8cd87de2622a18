// The entry of the recorder page; the recorder itself lives beside this file.
export {};
