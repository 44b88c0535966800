import { holdAvatars, holdReviewPictures } from './0001-hold-pictures'
import type { Migration } from './migration'

/** Every migration, the earliest first; one that was released is never taken away or altered. */
export const migrations: readonly Migration[] = [holdReviewPictures, holdAvatars]
