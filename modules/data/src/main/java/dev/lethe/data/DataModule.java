package dev.lethe.data;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.data.captions.CaptionLines;
import dev.lethe.data.captions.CocoCaptionSettings;
import dev.lethe.data.captions.CocoCaptions;
import dev.lethe.data.captions.CsvCaptions;
import dev.lethe.data.captions.CsvSettings;
import dev.lethe.data.captions.JsonLineCaptions;
import dev.lethe.data.captions.JsonLineSettings;
import dev.lethe.data.captions.LineSettings;
import dev.lethe.data.captions.TsvCaptions;
import dev.lethe.data.captions.TsvSettings;
import dev.lethe.data.labels.ClassFolderSettings;
import dev.lethe.data.labels.ClassFolders;
import dev.lethe.data.names.CsvNameSettings;
import dev.lethe.data.names.CsvNames;
import dev.lethe.data.names.RandomNames;
import dev.lethe.data.people.FaceScrub;
import dev.lethe.data.people.FaceScrubSettings;
import dev.lethe.data.people.FolderSettings;
import dev.lethe.data.people.Lfw;
import dev.lethe.data.people.LfwSettings;
import dev.lethe.data.people.ListedPeople;
import dev.lethe.data.people.ListedPeopleSettings;
import dev.lethe.data.people.PersonPerFolder;
import dev.lethe.data.people.VggFace2;
import dev.lethe.data.people.VggFace2Settings;
import dev.lethe.data.pictures.CocoPictureSettings;
import dev.lethe.data.pictures.CocoPictures;
import dev.lethe.data.pictures.FolderPictureSettings;
import dev.lethe.data.pictures.FolderPictures;
import dev.lethe.data.pictures.ListedPictureSettings;
import dev.lethe.data.pictures.ListedPictures;
import dev.lethe.data.pictures.WebDataset;
import dev.lethe.data.pictures.WebDatasetSettings;

/** The data sources of Lethe itself. */
@Plugin
public final class DataModule extends PluginModule {
  @Override
  protected void configure() {
    provide(PeopleSource.class, "facescrub", FaceScrub.class, FaceScrubSettings.class);
    provide(PeopleSource.class, "folders", PersonPerFolder.class, FolderSettings.class);
    provide(PeopleSource.class, "csv", ListedPeople.class, ListedPeopleSettings.class);
    provide(PeopleSource.class, "lfw", Lfw.class, LfwSettings.class);
    provide(PeopleSource.class, "vggface2", VggFace2.class, VggFace2Settings.class);
    provide(CaptionSource.class, "lines", CaptionLines.class, LineSettings.class);
    provide(CaptionSource.class, "csv", CsvCaptions.class, CsvSettings.class);
    provide(CaptionSource.class, "tsv", TsvCaptions.class, TsvSettings.class);
    provide(CaptionSource.class, "json-lines", JsonLineCaptions.class, JsonLineSettings.class);
    provide(CaptionSource.class, "coco", CocoCaptions.class, CocoCaptionSettings.class);
    provide(ImageSource.class, "folder", FolderPictures.class, FolderPictureSettings.class);
    provide(ImageSource.class, "csv", ListedPictures.class, ListedPictureSettings.class);
    provide(ImageSource.class, "coco", CocoPictures.class, CocoPictureSettings.class);
    provide(ImageSource.class, "webdataset", WebDataset.class, WebDatasetSettings.class);
    provide(
        LabeledImageSource.class, "class-folders", ClassFolders.class, ClassFolderSettings.class);
    provide(NameSource.class, "random-names", RandomNames.class);
    provide(NameSource.class, "csv-names", CsvNames.class, CsvNameSettings.class);
  }
}
