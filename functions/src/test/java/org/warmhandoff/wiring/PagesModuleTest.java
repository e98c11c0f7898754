package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Site;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.Pages;

class PagesModuleTest {

    private final Site site = PagesModule.site(
            new Settings(Map.of("PUBLIC_ADDRESS", "https://care.example")),
            new Pages(new Brand("Warm Handoff", "https://care.example", "", "", "", "")));

    @ParameterizedTest
    @CsvSource({
        "400,What was sent could not be read",
        "403,This did not come from our page",
        "404,We cannot find this page",
        "410,This link has ended",
        "413,That was too long",
        "429,Please wait a little",
        "500,Something went wrong on our side",
        "503,Something went wrong on our side"
    })
    void says_what_is_so_and_takes_the_blame_for_nothing_else(int status, String heading) {
        ApiResponse page = site.errorPages().page(status);

        assertThat(page.status()).isEqualTo(status);
        assertThat(Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8))
                        .select("h1")
                        .text())
                .isEqualTo(heading);
    }
}
