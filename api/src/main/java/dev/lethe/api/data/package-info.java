/** Where people, captions, labeled images and names come from. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
