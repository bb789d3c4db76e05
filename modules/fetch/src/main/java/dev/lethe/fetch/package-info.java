/** Brings an entry of the catalogue into a folder, whole and checked, or not at all. */
@Version("0.1.0")
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.fetch;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
