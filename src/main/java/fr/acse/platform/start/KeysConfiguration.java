package fr.acse.platform.start;

import fr.acse.casefile.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * Where the keys come from: from the environment ({@code ACSE_KEYS_MASTER}, {@code ACSE_KEYS_INDEX}), or, with the embedded
 * database only, from files beside it that are made on the first run.
 */
@Configuration
class KeysConfiguration {

    private interface NewKey {
        String make() throws GeneralSecurityException;
    }

    @Bean
    Keys keys(
            @Value("${acse.keys.master:}") String master,
            @Value("${acse.keys.index:}") String index,
            @Value("${spring.datasource.url:}") String externalDatabase,
            @Value("${acse.data-dir}") Path dataDir)
            throws GeneralSecurityException, IOException {
        if (StringUtils.hasText(master) && StringUtils.hasText(index)) {
            return Keys.of(master, index);
        }
        if (StringUtils.hasText(externalDatabase)) {
            throw new StartFailure("start.keysMissing");
        }
        PrivateFiles.folder(dataDir);
        Path folder = PrivateFiles.folder(dataDir.resolve("keys"));
        return Keys.of(
                readOrMake(folder.resolve("master.json"), Keys::newMasterKey),
                readOrMake(folder.resolve("index.json"), Keys::newIndexKey));
    }

    private static String readOrMake(Path file, NewKey newKey) throws GeneralSecurityException, IOException {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, newKey.make());
        }
        return Files.readString(file);
    }
}
