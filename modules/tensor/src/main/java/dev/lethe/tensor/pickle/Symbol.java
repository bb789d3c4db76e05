package dev.lethe.tensor.pickle;

import dev.lethe.tensor.stored.StoredType;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a pickle may name, all that the weights of a model need; nothing of it is ever looked up.
 */
sealed interface Symbol {
  /** The functions that may be called; their effect is written out in {@link TorchCalls}. */
  enum Function implements Symbol {
    /** Makes an empty dict. */
    ORDERED_DICT,
    /** Makes an empty dict, of which is told what it holds where nothing was put. */
    DEFAULT_DICT,
    /** Makes a dict of a dict. */
    COUNTER,
    /** Makes an empty list. */
    DEQUE,
    /** Makes a list of a list. */
    SIZE,
    /** Makes a tensor of a storage. */
    REBUILD_TENSOR,
    /** Makes a parameter of a tensor. */
    REBUILD_PARAMETER,
    /** Makes a tensor of a class of its own, by one of the functions before. */
    REBUILD_OF_TYPE,
    /** Says what a list or a dict, the first argument, is made of. */
    TYPED
  }

  /**
   * A class of storages.
   *
   * @param type how a value is stored
   */
  record StorageClass(StoredType type) implements Symbol {}

  /** A type of values, which may be named but says nothing. */
  record ValueType() implements Symbol {}

  /**
   * A class or a function that trainings save beside weights and that is never looked at.
   *
   * @param name with its module
   */
  record Other(String name) implements Symbol {}

  /** A class that a program defines, of which nothing but its existence is known. */
  record ProgramClass() implements Symbol {}

  /** The only functions that are known. */
  Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("collections.OrderedDict", Function.ORDERED_DICT),
          Map.entry("collections.defaultdict", Function.DEFAULT_DICT),
          Map.entry("collections.Counter", Function.COUNTER),
          Map.entry("collections.deque", Function.DEQUE),
          Map.entry("torch.Size", Function.SIZE),
          Map.entry("torch._utils._rebuild_tensor", Function.REBUILD_TENSOR),
          Map.entry("torch._utils._rebuild_tensor_v2", Function.REBUILD_TENSOR),
          Map.entry("torch._utils._rebuild_parameter", Function.REBUILD_PARAMETER),
          Map.entry("torch._utils._rebuild_parameter_with_state", Function.REBUILD_PARAMETER),
          Map.entry(
              "torch._utils._rebuild_device_tensor_from_cpu_tensor", Function.REBUILD_PARAMETER),
          Map.entry("torch._tensor._rebuild_from_type_v2", Function.REBUILD_OF_TYPE));

  /** What programs call beside that. */
  Map<String, Function> PROGRAM_FUNCTIONS =
      Map.of(
          "torch.jit._pickle.build_intlist", Function.TYPED,
          "torch.jit._pickle.build_doublelist", Function.TYPED,
          "torch.jit._pickle.build_boollist", Function.TYPED,
          "torch.jit._pickle.build_tensorlist", Function.TYPED,
          "torch.jit._pickle.restore_type_tag", Function.TYPED);

  /** Where the classes of programs are defined. */
  String PROGRAM = "__torch__.";

  /** The classes of storages by name. */
  Map<String, StoredType> STORAGES =
      Map.ofEntries(
          Map.entry("torch.FloatStorage", StoredType.F32),
          Map.entry("torch.HalfStorage", StoredType.F16),
          Map.entry("torch.BFloat16Storage", StoredType.BF16),
          Map.entry("torch.DoubleStorage", StoredType.F64),
          Map.entry("torch.LongStorage", StoredType.I64),
          Map.entry("torch.IntStorage", StoredType.I32),
          Map.entry("torch.ShortStorage", StoredType.I16),
          Map.entry("torch.CharStorage", StoredType.I8),
          Map.entry("torch.ByteStorage", StoredType.U8),
          Map.entry("torch.BoolStorage", StoredType.BOOL),
          Map.entry("torch.QInt8Storage", StoredType.I8),
          Map.entry("torch.QUInt8Storage", StoredType.U8),
          Map.entry("torch.QInt32Storage", StoredType.I32),
          Map.entry("torch.storage.UntypedStorage", StoredType.U8));

  /** The types of values, and how values lie in memory. */
  Pattern VALUE_TYPES =
      Pattern.compile(
          "torch\\.(bool|b?float\\d\\w*|u?int\\d+|complex\\d+|qu?int\\d\\w*|bits\\w+"
              + "|(contiguous|preserve)_format|channels_last(_3d)?|per_(tensor|channel)_\\w+)");

  /**
   * Returns what a name stands for in a program of TorchScript.
   *
   * @throws RefusedException for every other name
   */
  static Symbol inProgram(String name) {
    if (name.startsWith(PROGRAM)) {
      return new ProgramClass();
    }
    Function function = PROGRAM_FUNCTIONS.get(name);
    return function == null ? named(name) : function;
  }

  /**
   * Returns what a name stands for.
   *
   * @throws RefusedException for every other name
   */
  static Symbol named(String name) {
    Function function = FUNCTIONS.get(name);
    if (function != null) {
      return function;
    }
    StoredType type = STORAGES.get(name);
    if (type != null) {
      return new StorageClass(type);
    }
    if (VALUE_TYPES.matcher(name).matches()) {
      return new ValueType();
    }
    if (Beside.knows(name)) {
      return new Other(name);
    }
    throw new RefusedException(
        "it names %s, which weights do not need and which could execute code; save only"
            + " model.state_dict(), or convert the file to safetensors where you trust it",
        name);
  }
}
