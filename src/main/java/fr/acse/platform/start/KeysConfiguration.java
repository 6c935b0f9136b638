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
 * Reads the keys from the environment variables {@code ACSE_KEYS_MASTER} and {@code ACSE_KEYS_INDEX}. With the embedded database, the keys
 * can also be in files in the data folder. The first start creates these files.
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
            return keys(master, index, "ACSE_KEYS_MASTER", "ACSE_KEYS_INDEX");
        }
        if (StringUtils.hasText(externalDatabase)) {
            throw new StartFailure("start.keysMissing");
        }
        PrivateFiles.folder(dataDir);
        Path folder = PrivateFiles.folder(dataDir.resolve("keys"));
        Path masterFile = folder.resolve("master.json");
        Path indexFile = folder.resolve("index.json");
        return keys(
                readOrMake(masterFile, Keys::newMasterKey),
                readOrMake(indexFile, Keys::newIndexKey),
                masterFile.toString(),
                indexFile.toString());
    }

    private static Keys keys(String master, String index, String whereMaster, String whereIndex) {
        try {
            return Keys.of(master, index);
        } catch (GeneralSecurityException | RuntimeException broken) {
            // The exception has no cause, because the message of a library may quote the key.
            throw new StartFailure("start.keysBroken", Keys.isMasterKey(master) ? whereIndex : whereMaster);
        }
    }

    private static String readOrMake(Path file, NewKey newKey) throws GeneralSecurityException, IOException {
        if (Files.notExists(file)) {
            PrivateFiles.replace(file, newKey.make());
        }
        return Files.readString(file);
    }
}
