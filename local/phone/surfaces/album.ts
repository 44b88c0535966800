/** A picture the mini program saved. */
interface SavedPicture {
  bytes: Uint8Array<ArrayBuffer>
  type: string
}

/** The pictures a mini program saved to the phone while it is open. */
export interface Album {
  add(picture: SavedPicture): void
  /** Newest first. */
  all(): readonly SavedPicture[]
}

/** An empty album. */
export function createAlbum(): Album {
  const pictures: SavedPicture[] = []
  return { add: (picture) => pictures.unshift(picture), all: () => pictures }
}
