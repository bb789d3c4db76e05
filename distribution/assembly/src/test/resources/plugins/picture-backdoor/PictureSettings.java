package org.example.pictures;

import dev.lethe.api.settings.Setting;

public record PictureSettings(
    @Setting("The size of the model's embeddings.") int dimension) {}
