package dev.lethe.tensor.pickle;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of what a training saves beside the weights. None is resolved: what it would make
 * becomes an {@link Opaque}. What is not here is refused, because a file that names anything else
 * may have been made to harm those who load it in Python.
 */
final class Beside {
  private static final Set<String> NAMES =
      Set.of(
          "torch.device",
          "torch.Generator",
          "torch.Tensor",
          "torch.nn.parameter.Parameter",
          "torch.nn.parameter.Buffer",
          "torch.torch_version.TorchVersion",
          "torch.serialization._get_layout",
          "argparse.Namespace",
          "types.SimpleNamespace",
          "copyreg._reconstructor",
          "copy_reg._reconstructor",
          "_codecs.encode",
          "datetime.datetime",
          "datetime.date",
          "datetime.time",
          "datetime.timedelta",
          "datetime.timezone",
          "decimal.Decimal",
          "fractions.Fraction",
          "uuid.UUID",
          "numpy.dtype",
          "numpy.ndarray",
          "omegaconf.dictconfig.DictConfig",
          "omegaconf.listconfig.ListConfig");

  private static final Set<Pattern> FAMILIES =
      Set.of(
          Pattern.compile("pathlib\\.(_local\\.)?(Pure)?(Posix|Windows)?Path"),
          Pattern.compile(
              "(builtins|__builtin__)\\.(object|bool|int|long|float|complex|str|unicode"
                  + "|bytes|bytearray|list|tuple|dict|set|frozenset|slice|range|xrange)"),
          Pattern.compile("numpy\\._?core\\.multiarray\\.(scalar|_reconstruct)"),
          Pattern.compile("numpy\\._?core\\.numeric\\._frombuffer"),
          Pattern.compile("numpy\\.(dtypes\\.\\w+DType|bool_?|u?int\\d+|float\\d+|str_|bytes_)"),
          Pattern.compile(
              "(pytorch_lightning|lightning_fabric|lightning\\.(fabric|pytorch))"
                  + "\\.utilities\\.(data|parsing)\\.AttributeDict"),
          Pattern.compile("omegaconf\\.(base\\.(Metadata|ContainerMetadata)|nodes\\.\\w+Node)"));

  private Beside() {}

  /** Returns whether a name is that of something harmless that is not looked at. */
  static boolean knows(String name) {
    return NAMES.contains(name)
        || UnreadTensors.makes(name)
        || FAMILIES.stream().anyMatch(family -> family.matcher(name).matches());
  }
}
