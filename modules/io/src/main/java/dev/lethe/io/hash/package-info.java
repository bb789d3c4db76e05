/** SHA-256 of contents, files and sequences. */
@Version("0.1.0")
@NullMarked
package dev.lethe.io.hash;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
