/** Many runs of one experiment, each with other settings, and what they found together. */
@Version("0.1.0")
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.suite;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
