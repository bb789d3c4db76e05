/** The demo: makes a world and a model that knows it, and asks for an experiment with both. */
@Version("0.1.0")
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.demo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
