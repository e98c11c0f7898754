package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.store.Store;

/** Who can sign in: the local user pool. */
public final class Accounts {

    private static final String DOCUMENT = "accounts";

    /** One person's sign-in. */
    public record Account(String sub, String email, String name, boolean isEnabled) {

        Account enabled(boolean enabled) {
            return new Account(sub, email, name, enabled);
        }
    }

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Store store;

    Accounts(Store store) {
        this.store = store;
        store.load(DOCUMENT)
                .ifPresent(saved -> saved.forEach(json -> {
                    Account account = new Account(
                            json.path("sub").asText(),
                            json.path("email").asText(),
                            json.path("name").asText(),
                            json.path("enabled").asBoolean());
                    accounts.put(account.sub(), account);
                }));
    }

    /** A person without an account was written by hand: only a disabled account keeps somebody out. */
    public boolean mayEnter(String sub) {
        Account account = accounts.get(sub);
        return account == null || account.isEnabled();
    }

    /** The same address gets the same sub on every machine, so that a seeded member is one that a page can name. */
    Account create(String email, String name) {
        String sub = UUID.nameUUIDFromBytes(("warm-handoff:" + email).getBytes(StandardCharsets.UTF_8))
                .toString();
        Account account =
                new Account(accounts.containsKey(sub) ? UUID.randomUUID().toString() : sub, email, name, true);
        put(account);
        return account;
    }

    void put(Account account) {
        accounts.put(account.sub(), account);
        store.save(DOCUMENT, this::toJson);
    }

    void remove(Account account) {
        accounts.remove(account.sub());
        store.save(DOCUMENT, this::toJson);
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.get(username)).or(() -> byEmail(username));
    }

    Optional<Account> byEmail(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return accounts.values().stream()
                .filter(account -> account.email().equals(wanted))
                .findFirst();
    }

    private JsonNode toJson() {
        ArrayNode json = Json.array();
        accounts.values()
                .forEach(account -> json.addObject()
                        .put("sub", account.sub())
                        .put("email", account.email())
                        .put("name", account.name())
                        .put("enabled", account.isEnabled()));
        return json;
    }
}
