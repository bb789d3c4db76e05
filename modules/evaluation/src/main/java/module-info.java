/** Measures of a model beside its original. */
module dev.lethe.evaluation {
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.api;
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.evaluation.change to
      com.google.guice;
  opens dev.lethe.evaluation.collateral to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.evaluation.faceleak to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.evaluation.imagesimilarity to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.evaluation.retrieval to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.evaluation.similarity to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.evaluation.zeroshot to
      com.google.guice,
      dev.lethe.api;
}
