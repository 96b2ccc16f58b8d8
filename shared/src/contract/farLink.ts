/** How long a link for somebody far away works: long enough to be sent and tapped while the two are on the telephone. */
export const FAR_LINK_LIVES = 10 * 60 * 1000
