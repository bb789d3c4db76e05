/**
 * Files and folders: read strictly, written whole or not at all, removed; and in one line why the
 * system refused.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.io;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
