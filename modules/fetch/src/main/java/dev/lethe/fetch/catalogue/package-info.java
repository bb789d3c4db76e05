/** What is published where: models and data by name, with their addresses, hashes and licences. */
@Version("0.1.0")
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.fetch.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
