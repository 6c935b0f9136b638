package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.codes.Days;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** How long she may appeal is a setting: a lawyer changes it without a programmer. */
class AppealSettingsTest {

    private static final LocalDate NOTIFIED = LocalDate.of(2026, 11, 2);
    private static final LocalDate CHANGED = NOTIFIED.plusDays(13);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant LATER =
            NOTIFIED.plusDays(2).atStartOfDay(PARIS).toInstant();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "court,                 complaint, none,        false",
        "asylum,                asylum,    none,        false",
        "leave,                 complaint, leave,       false",
        "house-arrest,          complaint, houseArrest, false",
        "detention,             complaint, detention,   false",
        "court-of-appeal,       complaint, none,        true",
        "court-of-appeal-leave, complaint, leave,       true"
    })
    void anotherSettingMovesTheLastDayBeforeTheCourt(
            String setting, String route, String obligation, boolean isJudgment) throws IOException {
        AppealService.LastDays before =
                with("acse.permit.appeal-soon", "P3D").lastDays(NOTIFIED, obligation, isJudgment, route);
        AppealService.LastDays after =
                with("acse.permit.appeal." + setting, "P13D").lastDays(NOTIFIED, obligation, isJudgment, route);

        assertThat(before.court()).isNotEqualTo(CHANGED);
        assertThat(after.court()).isEqualTo(CHANGED);
        assertThat(after.informal()).isEqualTo(before.informal());
    }

    @Test
    void anotherSettingMovesTheLastDayBeforeThePrefect() throws IOException {
        assertThat(with("acse.permit.appeal.informal", "P13D")
                        .lastDays(NOTIFIED, "none", false, "complaint")
                        .informal())
                .isEqualTo(CHANGED);
    }

    /** The settings of a new installation, but for one. */
    private static AppealService with(String setting, String value) throws IOException {
        MutablePropertySources settings = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .forEach(settings::addLast);
        settings.addFirst(new MapPropertySource("changed", Map.of(setting, value)));
        PermitRules rules = new Binder(ConfigurationPropertySources.from(settings))
                .bind("acse.permit", PermitRules.class)
                .get();
        return new AppealService(rules, null, null, new Days(Clock.fixed(LATER, PARIS), PARIS));
    }
}
