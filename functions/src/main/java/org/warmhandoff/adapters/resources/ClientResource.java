package org.warmhandoff.adapters.resources;

import static org.warmhandoff.adapters.resources.Texts.maybe;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelState;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.Name;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;

/** A client as its own caseworkers see it: beside each address whether it may be written to, before anything is sent. */
public final class ClientResource {

    private ClientResource() {}

    /** The addresses whose states are shown. */
    public static List<ChannelAddress> addresses(List<EmailAddress> emails, List<PhoneNumber> phones) {
        return Stream.<ChannelAddress>concat(
                        emails.stream().map(ChannelAddress.Email::new),
                        phones.stream().map(ChannelAddress.Text::new))
                .toList();
    }

    public static void write(JsonWriter json, Client client, Map<ChannelAddress, ChannelState> states) {
        json.put("id", client.id().value())
                .object("name", client.name(), ClientResource::name)
                .put("birthDate", client.birthDate())
                .put("gender", client.gender())
                .object(
                        "household",
                        inner -> inner.put("adults", client.household().adults())
                                .values("childrenAges", client.household().childrenAges()))
                .put("address", client.address())
                .put("zip", client.zip().map(Zip::value))
                .put("timeZone", client.timeZone().map(ZoneId::getId))
                .put("language", client.language())
                .values("needs", client.needs());
        channels(json, client.emails(), client.phones(), states);
        json.object(
                "safeContact",
                inner -> inner.put("doNotContact", client.doNotContact())
                        .put("notes", maybe(client.safeContact().notes())));
    }

    public static void writeRow(JsonWriter json, ClientRow row, Map<ChannelAddress, ChannelState> states) {
        json.put("id", row.id().value())
                .object("name", row.name(), ClientResource::name)
                .put("birthDate", row.birthDate())
                .put("language", row.language());
        channels(json, row.emails(), row.phones(), states);
        json.put("doNotContact", row.doNotContact());
    }

    private static void name(JsonWriter json, Name name) {
        json.put("given", name.given()).put("family", name.family());
    }

    private static void channels(
            JsonWriter json,
            List<EmailAddress> emails,
            List<PhoneNumber> phones,
            Map<ChannelAddress, ChannelState> states) {
        json.objects(
                        "emails",
                        emails,
                        (inner, email) -> inner.put("address", email.value())
                                .put("state", state(states, new ChannelAddress.Email(email))))
                .objects(
                        "phones",
                        phones,
                        (inner, phone) -> inner.put("number", phone.value())
                                .put("state", state(states, new ChannelAddress.Text(phone))));
    }

    private static ChannelState state(Map<ChannelAddress, ChannelState> states, ChannelAddress address) {
        return states.getOrDefault(address, ChannelState.UNKNOWN);
    }
}
