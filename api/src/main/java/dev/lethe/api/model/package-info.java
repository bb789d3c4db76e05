/** Vision-language models: towers, parameters, tokens, checkpoints. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
