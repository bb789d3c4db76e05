/** Who is attacked, with which names beside them, and who is to be forgotten. */
@NullMarked
package dev.lethe.forgetting.people;

import org.jspecify.annotations.NullMarked;
