package dev.lethe.clip.text;

/** Whose way of cutting a text CLIP's vocabulary is used with. */
public enum TokenizerKind {
  /** OpenCLIP's own tokenizer, which neither composes characters nor changes their case. */
  OPEN_CLIP("open-clip.json"),
  /** The transformers library's {@code CLIPTokenizer}. */
  HUGGING_FACE("hugging-face.json");

  private final String template;

  TokenizerKind(String template) {
    this.template = template;
  }

  /** Returns the resource that lacks only the vocabulary. */
  String template() {
    return template;
  }
}
