import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select, Textarea, TextInput } from '@trussworks/react-uswds';
import { useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import type { Client, ClientToSave, Gender, Need } from '../api/types';
import { useMe } from '../app/me';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';
import { asLines, filled, Lines } from '../parts/Lines';
import { GENDERS, languageName, LANGUAGES, phoneWords } from '../parts/words';
import { ZONES } from '../parts/zones';

type Props = { client?: Client | undefined; onSaved: (client: Client) => void; onCancel: () => void };

/** A client's profile. What is wrong with it says the API, beside its field. */
export function ClientForm({ client, onSaved, onCancel }: Props) {
  const me = useMe();
  const queries = useQueryClient();
  const id = useRef(client?.id ?? idempotencyKey());
  const [given, setGiven] = useState(client?.name.given ?? '');
  const [family, setFamily] = useState(client?.name.family ?? '');
  const [birthDate, setBirthDate] = useState(client?.birthDate ?? '');
  const [gender, setGender] = useState<Gender>(client?.gender ?? 'UNDISCLOSED');
  const [adults, setAdults] = useState(String(client?.household.adults ?? 1));
  const [ages, setAges] = useState(client?.household.childrenAges.join(', ') ?? '');
  const [address, setAddress] = useState(client?.address ?? '');
  const [zip, setZip] = useState(client?.zip ?? '');
  const [zone, setZone] = useState(client?.timeZone ?? '');
  const [language, setLanguage] = useState(client?.language ?? 'en');
  const [needs, setNeeds] = useState<readonly Need[]>(client?.needs ?? []);
  const [emails, setEmails] = useState<readonly string[]>(asLines(client?.emails.map((email) => email.address)));
  const [phones, setPhones] = useState<readonly string[]>(
    asLines(client?.phones.map((phone) => phoneWords(phone.number))),
  );
  const [doNotContact, setDoNotContact] = useState(client?.safeContact.doNotContact ?? false);
  const [safeNotes, setSafeNotes] = useState(client?.safeContact.notes ?? '');

  const save = useMutation({
    mutationFn: (body: ClientToSave) =>
      told<Client>(api.PUT('/api/clients/{id}', { params: { path: { id: id.current } }, body })),
    onSuccess: (saved) => {
      queries.setQueryData(['client', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['clients'] });
      onSaved(saved);
    },
  });
  const dateField = useRef<HTMLInputElement>(null);
  const [halfDate, setHalfDate] = useState(false);
  const errors = fieldErrors(save.error);
  const languages = LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        // A browser gives half a date away as none at all: it would be lost without a word.
        if (dateField.current?.validity.badInput) {
          setHalfDate(true);
          dateField.current.focus();
          return;
        }
        save.mutate({
          name: { given: given.trim(), family: family.trim() },
          birthDate: birthDate || null,
          gender,
          household: { adults: Number(adults) || 0, childrenAges: agesOf(ages) },
          address: address.trim() || null,
          zip: zip.trim() || null,
          timeZone: zone || null,
          language,
          needs: [...needs],
          emails: filled(emails).map((text) => ({ address: text })),
          phones: filled(phones).map((text) => ({ number: text })),
          safeContact: { doNotContact, notes: safeNotes.trim() },
        });
      }}
    >
      <ErrorSummary error={save.error} />
      <div className="wh-grid">
        <Field
          label="Given name"
          pointer="/name/given"
          error={errorAt(errors, '/name/given') ?? exactly(errors, '/name')}
          required
        >
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="given"
              autoComplete="off"
              value={given}
              onChange={(event) => setGiven(event.target.value)}
            />
          )}
        </Field>
        <Field label="Family name" pointer="/name/family" error={errorAt(errors, '/name/family')}>
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="family"
              autoComplete="off"
              value={family}
              onChange={(event) => setFamily(event.target.value)}
            />
          )}
        </Field>
        <Field label="Birth date" pointer="/birthDate" error={halfDate ? HALF_A_DATE : errorAt(errors, '/birthDate')}>
          {(wired) => (
            <input
              {...wired}
              className="usa-input"
              type="date"
              name="birthDate"
              value={birthDate}
              ref={dateField}
              onChange={(event) => {
                setBirthDate(event.target.value);
                setHalfDate(false);
              }}
            />
          )}
        </Field>
        <Field label="Gender" pointer="/gender" error={errorAt(errors, '/gender')}>
          {(wired) => (
            <Select
              {...wired}
              name="gender"
              value={gender}
              onChange={(event) => setGender(event.target.value as Gender)}
            >
              {Object.entries(GENDERS).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Adults in the household"
          hint="The client counted in"
          pointer="/household/adults"
          error={errorAt(errors, '/household/adults')}
        >
          {(wired) => (
            <TextInput
              {...wired}
              type="number"
              name="adults"
              min={0}
              max={30}
              value={adults}
              onChange={(event) => setAdults(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Ages of the children"
          hint="With commas between: 3, 7"
          pointer="/household/childrenAges"
          error={errorAt(errors, '/household/childrenAges')}
        >
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="childrenAges"
              autoComplete="off"
              value={ages}
              onChange={(event) => setAges(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Address"
          hint="Street and city"
          pointer="/address"
          error={errorAt(errors, '/address')}
          className="wh-grid__wide"
        >
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="address"
              autoComplete="off"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <Field label="ZIP" pointer="/zip" error={errorAt(errors, '/zip')}>
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="zip"
              inputMode="numeric"
              autoComplete="off"
              value={zip}
              onChange={(event) => setZip(event.target.value)}
            />
          )}
        </Field>
        <Field label="Time zone" pointer="/timeZone" error={errorAt(errors, '/timeZone')}>
          {(wired) => (
            <Select {...wired} name="timeZone" value={zone} onChange={(event) => setZone(event.target.value)}>
              <option value="">From the ZIP</option>
              {zone && !ZONES.some(({ id: known }) => known === zone) && <option value={zone}>{zone}</option>}
              {ZONES.map(({ id: code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Preferred language" pointer="/language" error={errorAt(errors, '/language')}>
          {(wired) => (
            <Select {...wired} name="language" value={language} onChange={(event) => setLanguage(event.target.value)}>
              {languages.map((code) => (
                <option key={code} value={code}>
                  {languageName(code)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>

      <Choices legend="Needs" pointer="/needs" error={errorAt(errors, '/needs')} className="wh-columns">
        {me.needs.map(({ code, label }) => (
          <Checkbox
            key={code}
            id={`need-${code}`}
            name="needs"
            label={label}
            checked={needs.includes(code)}
            onChange={(event) =>
              setNeeds(event.target.checked ? [...needs, code] : needs.filter((need) => need !== code))
            }
          />
        ))}
      </Choices>

      <div className="wh-grid">
        <Lines
          label="Email address"
          type="email"
          add="Add an email address"
          values={emails}
          onChange={setEmails}
          pointer="/emails"
          errors={errors}
        />
        <Lines
          label="Phone number"
          type="tel"
          add="Add a phone number"
          values={phones}
          onChange={setPhones}
          pointer="/phones"
          errors={errors}
        />
      </div>

      <Choices legend="Safe contact" pointer="/safeContact">
        <Checkbox
          id="do-not-contact"
          name="doNotContact"
          label="Do not contact this client"
          labelDescription="Nothing is sent by email or text from now on, whatever was planned."
          checked={doNotContact}
          onChange={(event) => setDoNotContact(event.target.checked)}
        />
      </Choices>
      <Field
        label="Safe-contact notes"
        hint={`Whom to ask for, when not to call. Only your organization sees this. ${safeNotes.length} of 500 characters.`}
        pointer="/safeContact/notes"
        error={errorAt(errors, '/safeContact/notes')}
      >
        {(wired) => (
          <Textarea
            {...wired}
            name="safeNotes"
            rows={3}
            value={safeNotes}
            onChange={(event) => setSafeNotes(event.target.value)}
            className="wh-textarea--short"
          />
        )}
      </Field>

      <div className="wh-buttons">
        <button type="submit" className="usa-button" aria-disabled={save.isPending}>
          {save.isPending ? 'Saving…' : client ? 'Save changes' : 'Add client'}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

const HALF_A_DATE = 'The whole date: month, day and year.';

/** What is no number is sent as it is counted by nobody: -1, and the API says what is wrong with it. */
function agesOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((age) => (/^\d{1,3}$/.test(age) ? Number(age) : -1));
}

function exactly(errors: ReturnType<typeof fieldErrors>, pointer: string): string | undefined {
  return errors.find((error) => error.pointer === pointer)?.detail;
}
