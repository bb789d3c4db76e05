/** What a machine is made of, read from its files: nothing is loaded or started for it. */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor.hardware;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
