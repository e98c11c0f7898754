package org.warmhandoff.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Wishes in people's own words, English and Spanish. They are matched against folded words with one space between and no
 * apostrophes, so {@code Don't text me!!} arrives here as {@code dont text me}.
 *
 * <p>Where a phrase might be about the help itself ("they do not call me back", "I'll stop by tomorrow"), it is left alone:
 * what is unclear is answered with how to stop, and costs nobody a follow-up.
 */
final class Wishes {

    private static final String WRITE =
            "(?:text(?:ing|s)?|txt(?:ing|s)?|messag(?:e|es|ing)|msgs?|contact(?:ing)?|send(?:ing)?|writ(?:e|ing)|email(?:s|ing)?|bother(?:ing)?|harass(?:ing)?|spam(?:ming)?|call(?:ing)?|sms)";

    private static final String THINGS =
            "(?:texts?|txts?|messages?|msgs?|sms|emails?|spam|alerts?|reminders?|notifications?)";

    private static final String ESCRIBIR =
            "(?:enviar|mandar|escribir|molestar|contactar|llamar|textear|mensajear|fastidiar)";

    private static final String ESCRIBAN =
            "(?:manden?|mandes|envien?|envies|escriban?|escribas|texteen?|contacten?|contactes|molesten?|molestes|llamen?|llames)";

    private static final String MENSAJES = "(?:mensajes?|mensajitos?|textos?|sms|correos?)";

    private static final Pattern TO_STOP = any(List.of(
            "^stop(?! (?:by|in|at|over|and|for|sign|there))\\b",
            "\\bstop (?:it|all|now|this|that|these|those|please|pls|plz|your|me|" + WRITE + "|the " + THINGS + "|my "
                    + THINGS + ")\\b",
            "\\b(?:please|pls|plz|just|can|could|would|must|should|said|say|need you to|want you to|want this to|want it to|you to) stop(?! (?:by|in|at|over|for|there))\\b",
            "(?<!\\b(?:bus|next|the|a|last|first|one|my|train|to|i|we|they|didnt|not|will|ill)) stop$",
            "\\b(?:unsubscribe|unsuscribe|optout|opt me out|opting out|unsub)\\b",
            "\\brevok(?:e|ed|ing)\\b.*\\bconsent\\b|\\bconsent\\b.*\\b(?:revoked|withdrawn)\\b|\\bwithdraw (?:my )?consent\\b",
            "\\bremove (?:me|us|my (?:number|phone|name|info|information)|this (?:number|phone))\\b",
            "\\bdelete (?:me|my (?:number|phone|info|information))\\b",
            "\\btake (?:me|us|my (?:number|phone|name)|this (?:number|phone)) (?:off|out)\\b",
            "\\b(?:cancel|end|quit) (?:all |the |these |those |this |my |your )?(?:" + THINGS
                    + "|texting|messaging|subscription|contacting|sending|bothering)\\b",
            "\\bquit " + WRITE + "\\b",
            "\\bno more (?:of )?(?:these |those |this |your |the )?(?:" + THINGS
                    + "|texting|messaging|contact|calls|please)\\b",
            "(?:^|\\b(?:please|pls|plz|and|just|so|you|ok|no) )(?:dont|do not|never) (?:ever )?" + WRITE
                    + " (?:me|us|this (?:number|phone)|anything|any|to me|again|anymore|no more)\\b",
            "^(?:please )?(?:dont|do not) (?:text|message|contact|write)$",
            "\\b(?:dont|do not|no longer|not) (?:want|wish|need|like|wanna)(?: to)?(?: get| receive| have| be| keep| getting| receiving| you| any| more| your| these| this| the| anymore| going){0,5} (?:"
                    + THINGS + "|texted|contacted|messaged|texting|messaging|contacting)\\b",
            "\\bstop (?:receiving|getting) (?:the |these |those |this |your |all |any |more |such )*" + THINGS + "\\b",
            "^(?:i want to|id like to|i would like to|i wish to|you need to|you have to|u need to) stop$",
            "^(?:please |pls )?(?:do not|dont) disturb\\b|^(?:please |pls )?discontinue\\b",
            "\\b(?:do not|dont|did not|didnt|never) (?:give |gave )?(?:you )?(?:my )?consent\\b",
            "\\bleave (?:me|us) (?:alone|be)\\b",
            "\\blose (?:my|this) number\\b",
            "\\b(?:fuck|piss|f|buzz) (?:off|you|u)\\b|\\bgo away\\b|\\bget lost\\b",
            "\\b(?:im|i am|going to|gonna|will|ill) (?:block|blocking|report|reporting) (?:you|u|this)\\b",
            "\\benough (?:already|" + THINGS + ")\\b",
            "\\bi (?:want|would like|wish|wanna) (?:to )?(?:be )?(?:out|off (?:this|the|your) list|removed|taken off)\\b",
            // Spanish
            "^no mas$|\\bno mas (?:" + MENSAJES + "|por favor|gracias|por)\\b",
            "\\bdej(?:a|e|en|ar|es|ad)(?:me|nos|n)? de " + ESCRIBIR + "(?:me|nos|nosla)?\\b",
            "\\bdej(?:a|e|en)(?:me|nos) (?:en paz|tranquil[oa]|sol[oa])\\b",
            "\\bno (?:me |nos )" + ESCRIBAN + "\\b",
            "\\bno " + ESCRIBAN + " mas\\b",
            "\\b(?:ya )?no (?:quiero|deseo|necesito|quisiera)(?: recibir| que)?(?: mas| sus| estos| esos| los){0,2} "
                    + MENSAJES + "\\b",
            "\\bno (?:quiero|deseo) que (?:me |nos )(?:manden|escriban|contacten|envien|llamen|molesten)\\b",
            "\\b(?:quit|sac|borr|elimin)(?:a|e|en|ar)(?:me|nos)?(?: por favor)? (?:de (?:la|su|esta|esa|tu) lista|(?:de )?mi (?:numero|telefono))\\b",
            "\\b(?:quit|saqu|sac|borr|elimin)(?:e|en|a)(?:nme|me)\\b|\\bquitarme\\b",
            "\\b(?:quiten|saquen|borren|eliminen|quite|saque|borre|elimine) (?:este|mi) (?:numero|telefono)\\b",
            "\\b(?:dar|de|den|darse)(?:me)? de baja\\b",
            "\\bno (?:quiero|deseo|quisiera) recibir nada\\b",
            "^(?:por favor )?para de " + ESCRIBIR + "(?:me|nos)?\\b",
            "\\b(?:paren|pare) (?:de|ya|los|esto|con|por favor)\\b|\\bpara (?:ya|por favor)$|\\bya (?:paren|pare|basta)\\b",
            "\\b(?:cancel|det)(?:ar|en|e|a|ener|enga|engan) (?:los |mis |estos |sus |las )?(?:" + MENSAJES
                    + "|suscripcion)\\b"));

    /** "Please don't stop" is a wish too. */
    private static final Pattern NOT_TO_STOP = Pattern.compile(
            "\\b(?:dont|do not|didnt|did not|never|not)(?: (?:want|mean|wish|like))?(?: you)?(?: to)?(?: be)? (?:stop(?:ping)?|unsubscribed?|optout|cancel|quit)(?! "
                    + WRITE + ")\\b|^(?:please |pls )?(?:dont|do not|never) stop\\b|\\bno (?:paren|pares|pare)\\b");

    private static final Pattern WRONG_NUMBER = any(List.of(
            "\\bwrong (?:number|person|phone|num|nbr|guy|girl|lady)\\b",
            "\\bincorrect (?:number|phone)\\b",
            "\\b(?:have|got|texted|texting|messaged|dialed) the wrong\\b",
            "\\b(?:this|its|it) (?:is not|isnt|aint|is no longer|not) (?:my|her|his|their|the right|a right|that persons?) (?:number|phone|person)\\b",
            "\\b(?:not|im not|i am not|isnt|is not) the (?:right )?(?:person|one) (?:you|u)\\b",
            "\\bno(?: one|body)? (?:here )?(?:by|with|of) that name\\b|\\bnobody here (?:by|with|called|named)\\b",
            "\\bno longer (?:has|have|uses|owns) this (?:number|phone)\\b",
            "\\b(?:numero|telefono|persona) (?:equivocad[oa]|incorrect[oa]|erroneo)\\b",
            "\\bequivoc\\w* de (?:numero|persona|telefono)\\b",
            "\\b(?:este )?no (?:es|soy) (?:el numero de|su numero|la persona|ese numero)\\b"));

    private Wishes() {}

    static boolean toStop(String phrase) {
        return TO_STOP.matcher(phrase).find() && !NOT_TO_STOP.matcher(phrase).find();
    }

    static boolean wrongNumber(String phrase) {
        return WRONG_NUMBER.matcher(phrase).find();
    }

    private static Pattern any(List<String> phrases) {
        return Pattern.compile(String.join("|", phrases));
    }
}
