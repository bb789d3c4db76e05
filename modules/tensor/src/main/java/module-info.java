/** Tensors for every module and plugin: TorchScript, gradients, losses, the training loop. */
module dev.lethe.tensor {
  requires transitive dev.lethe.api;
  requires dev.lethe.io;
  requires ai.djl.pytorch_engine;
  requires com.fasterxml.jackson.databind;
  requires java.management;
  requires jdk.management;
  requires org.apache.commons.statistics.interval;

  exports dev.lethe.tensor.checkpoint;
  exports dev.lethe.tensor.hardware;
  exports dev.lethe.tensor.loss;
  exports dev.lethe.tensor.memory;
  exports dev.lethe.tensor.pickle;
  exports dev.lethe.tensor.safetensors;
  exports dev.lethe.tensor.statistics;
  exports dev.lethe.tensor.stored;
  exports dev.lethe.tensor.train;
  exports dev.lethe.tensor;
}
