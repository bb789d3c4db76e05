/** CLIP: image and text towers, tokenizer, preprocessing, and OpenCLIP's checkpoint folders. */
module dev.lethe.clip {
  requires ai.djl.tokenizers;
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.api;
  requires dev.lethe.image;
  requires dev.lethe.io;
  requires dev.lethe.tensor;
  requires org.jsoup;

  opens dev.lethe.clip.huggingface to
      com.google.guice;
  opens dev.lethe.clip.openclip to
      com.google.guice;
}
