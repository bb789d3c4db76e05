/**
 * The tensor engine for plugin authors: starting it, choosing a device, running code as
 * TorchScript, taking gradients.
 *
 * <p>Two rules keep numbers right and memory flat. Everything that a step computes belongs to a
 * manager that is closed after the step; {@link dev.lethe.tensor.Autograd#backward} opens one. And
 * where a gradient flows, no operation takes a Java number: {@code x.mul(0.5f)} puts the number
 * into a buffer that may be freed before the backward pass reads it, and the gradient is then
 * silently wrong. Put the number into {@link dev.lethe.tensor.TorchScript} source, or into an array
 * that lives on the step's manager.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.tensor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
