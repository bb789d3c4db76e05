/** Which files a finished run has, and what each of them held when it finished. */
@NullMarked
package dev.lethe.engine.manifest;

import org.jspecify.annotations.NullMarked;
