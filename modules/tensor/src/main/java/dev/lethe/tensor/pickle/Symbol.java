package dev.lethe.tensor.pickle;

import dev.lethe.tensor.stored.StoredType;
import java.util.Map;
import java.util.Set;

/**
 * What a pickle may name, all that the weights of a model need; nothing of it is ever looked up.
 */
sealed interface Symbol {
  /** The functions that may be called; their effect is written out in {@link TorchCalls}. */
  enum Function implements Symbol {
    /** Makes an empty dict. */
    ORDERED_DICT,
    /** Makes a tensor of a storage. */
    REBUILD_TENSOR,
    /** Makes a parameter of a tensor. */
    REBUILD_PARAMETER,
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

  /** A class that a program defines, of which nothing but its existence is known. */
  record ProgramClass() implements Symbol {}

  /** The only functions that are known. */
  Map<String, Function> FUNCTIONS =
      Map.of(
          "collections.OrderedDict", Function.ORDERED_DICT,
          "torch._utils._rebuild_tensor_v2", Function.REBUILD_TENSOR,
          "torch._utils._rebuild_parameter", Function.REBUILD_PARAMETER);

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
      Map.of(
          "torch.FloatStorage", StoredType.F32,
          "torch.HalfStorage", StoredType.F16,
          "torch.BFloat16Storage", StoredType.BF16,
          "torch.DoubleStorage", StoredType.F64,
          "torch.LongStorage", StoredType.I64,
          "torch.IntStorage", StoredType.I32,
          "torch.ShortStorage", StoredType.I16,
          "torch.CharStorage", StoredType.I8,
          "torch.ByteStorage", StoredType.U8,
          "torch.BoolStorage", StoredType.BOOL);

  /** The types of values. */
  Set<String> VALUE_TYPES =
      Set.of(
          "torch.float32",
          "torch.float16",
          "torch.bfloat16",
          "torch.float64",
          "torch.int64",
          "torch.int32",
          "torch.int16",
          "torch.int8",
          "torch.uint8",
          "torch.bool");

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
    if (VALUE_TYPES.contains(name)) {
      return new ValueType();
    }
    throw new RefusedException(
        "it names %s, which weights do not need and which could execute code; save only"
            + " model.state_dict(), or convert the file to safetensors where you trust it",
        name);
  }
}
