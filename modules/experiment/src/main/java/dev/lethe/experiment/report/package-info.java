/** What an experiment found out, as a value and as files. */
@NullMarked
@Export(attribute = {"lethe=internal", "mandatory:=\"lethe\""})
package dev.lethe.experiment.report;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
