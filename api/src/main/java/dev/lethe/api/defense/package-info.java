/** Making a model forget: strategies, regularizers, triggers. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.defense;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
