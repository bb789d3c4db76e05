/** Tables as CSV: read strictly. */
@Version("0.1.0")
@NullMarked
package dev.lethe.io.csv;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
