package org.warmhandoff.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "j@example.org, j@example.org",
        "' Jo.Smith+x@Mail.Example.ORG ', jo.smith+x@mail.example.org",
        "o'neil@example.co.uk, o'neil@example.co.uk",
        "a@xn--bcher-kva.example, a@xn--bcher-kva.example"
    })
    void one_mailbox_is_taken_in_lower_case(String typed, String address) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.org",
                "a@b",
                "a b@example.org",
                "a@example.org,b@example.org",
                "a@example.org b@example.org",
                "Jo <a@example.org>",
                "\"a b\"@example.org",
                "a@[10.0.0.1]",
                "a@example..org",
                ".a@example.org",
                "a.@example.org",
                "a@-example.org",
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org\n",
                "\ta@example.org",
                "a\u0000@example.org",
                "a@exämple.org",
                "а@example.org",
                "a@example.1",
                "a@@example.org",
                "a;b@example.org",
                "mailto:a@example.org"
            })
    void anything_else_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void it_is_never_longer_than_a_mail_server_takes() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "org")).isEmpty();
        assertThat(EmailAddress.parse("a.".repeat(100_000) + "@example.org")).isEmpty();
    }

    @Test
    void masked_its_owner_knows_it_and_nobody_else() {
        assertThat(new EmailAddress("jo@example.org").masked()).isEqualTo("j•••@example.org");
        assertThat(new PhoneNumber("+12065550142").masked()).isEqualTo("(•••) •••-0142");
        assertThat(new PhoneNumber("+525512345678").masked()).isEqualTo("•••5678");
    }

    @Test
    void none_can_be_made_that_was_not_read() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("A@example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("2065550142"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Zip("9810"));
    }

    @Test
    void a_zip_code_keeps_five_digits() {
        assertThat(Zip.parse("98101-1234")).contains(new Zip("98101"));
        assertThat(Zip.parse(" 98101 ")).contains(new Zip("98101"));
        assertThat(Zip.parse("981")).isEmpty();
        assertThat(new Zip("98101").sectionalCenter()).isEqualTo("981");
    }
}
