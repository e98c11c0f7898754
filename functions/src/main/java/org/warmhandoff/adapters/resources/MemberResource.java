package org.warmhandoff.adapters.resources;

import static org.warmhandoff.adapters.resources.Texts.maybe;

import java.util.EnumSet;
import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.member.Roster;
import org.warmhandoff.need.Need;
import org.warmhandoff.referral.RejectReason;

/** A member as administrators see one, and as members see themselves. */
public final class MemberResource {

    private MemberResource() {}

    public static void write(JsonWriter json, Roster.Listed listed) {
        var member = listed.member();
        json.put("id", member.id().value())
                .put("name", member.name())
                .put("email", member.email())
                .object("organization", listed.organization(), OrganizationResource::named)
                .put("program", maybe(member.program()))
                .put("phone", maybe(member.phone()))
                .values("roles", member.roles().stream().sorted().toList())
                .put("active", member.active());
    }

    /** With the words that the hosted UI needs. */
    public static void writeOwn(JsonWriter json, Roster.Listed listed, OwnWords words) {
        var member = listed.member();
        json.put("member", member.id().value())
                .put("name", member.name())
                .put("email", member.email())
                .values("roles", member.roles().stream().sorted().toList())
                .object("organization", listed.organization(), OrganizationResource::named)
                .put("seenUntil", member.seenUntil())
                .objects(
                        "reasons",
                        EnumSet.allOf(RejectReason.class),
                        (inner, reason) -> inner.put("code", reason)
                                .put("label", reason.label())
                                .put("detailsRequired", reason.detailsRequired()))
                .objects(
                        "needs",
                        EnumSet.allOf(Need.class),
                        (inner, need) -> inner.put("code", need).put("label", need.label()))
                .put("textNumber", words.textNumber())
                .object(
                        "firstTexts",
                        texts -> texts.put("en", words.firstText("en")).put("es", words.firstText("es")));
    }
}
