/** A file that the server holds for its bringer, until it belongs to a case. */
export interface KeptFile {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}
