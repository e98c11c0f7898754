/** The words of the printed sheet, in the languages that clients' pages have. */
export const SHEET = {
  en: {
    title: 'Places that can help you',
    where: 'Where',
    phone: 'Phone',
    hours: 'Hours',
    how: 'How to apply',
    bring: 'What to bring',
    languages: 'Languages',
    reference: 'Reference',
    questions: 'Questions? Ask',
    emergency: 'Emergency: 911. Crisis: call or text 988. Help near you: 211.',
  },
  es: {
    title: 'Lugares que le pueden ayudar',
    where: 'Dónde',
    phone: 'Teléfono',
    hours: 'Horario',
    how: 'Cómo solicitar',
    bring: 'Qué traer',
    languages: 'Idiomas',
    reference: 'Referencia',
    questions: '¿Preguntas? Pregunte por',
    emergency: 'Emergencia: 911. Crisis: llame o envíe un texto al 988. Ayuda cerca de usted: 211.',
  },
} as const;
