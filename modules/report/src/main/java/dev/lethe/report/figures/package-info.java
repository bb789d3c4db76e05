/** How numbers and names are written for people. */
@Version("0.1.0")
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.report.figures;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
