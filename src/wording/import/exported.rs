//! What programs that export people call the columns that are taken: Outlook in the language of its
//! edition (English, German, French, Spanish, Portuguese, Russian; some editions leave a part of
//! them in English), Google Contacts in English alone.

/// E-mail addresses, in Outlook.
pub(crate) const OUTLOOK_ADDRESSES: &[&str] = &[
    "E-mail Address",
    "E-Mail-Adresse",
    "Adresse de messagerie",
    "Dirección de correo electrónico",
    "Endereço de email",
    "Endereço de correio electrónico",
    "Адрес эл. почты",
];

/// The parts of a name, in Outlook.
pub(crate) const OUTLOOK_NAME_PARTS: &[&str] = &[
    "First Name",
    "Middle Name",
    "Last Name",
    "Vorname",
    "Weitere Vornamen",
    "Nachname",
    "Prénom",
    "Deuxième prénom",
    "Nom",
    "Nombre",
    "Segundo nombre",
    "Apellidos",
    "Primeiro nome",
    "Segundo nome",
    "Sobrenome",
    "Outros nomes/apelidos",
    "Apelido",
    "Имя",
    "Отчество",
    "Фамилия",
];

/// Where to call, in Outlook.
pub(crate) const OUTLOOK_PHONES: &[&str] = &[
    "Business Phone",
    "Mobile Phone",
    "Home Phone",
    "Telefon geschäftlich",
    "Mobiltelefon",
    "Telefon privat",
    "Téléphone (bureau)",
    "Tél. mobile",
    "Téléphone (domicile)",
    "Teléfono del trabajo",
    "Particular",
    "Telefone comercial",
    "Telefone celular",
    "Telefone residencial",
    "Telefone da empresa",
    "Telemóvel",
    "Telefone da residência",
    "Рабочий телефон",
    "Телефон переносной",
    "Домашний телефон",
];

/// E-mail addresses, in Google Contacts.
pub(crate) const GOOGLE_ADDRESSES: &[&str] = &["E-mail 1 - Value"];

/// Whole names, in Google Contacts.
pub(crate) const GOOGLE_NAMES: &[&str] = &["Name"];

/// The parts of a name, in Google Contacts.
pub(crate) const GOOGLE_NAME_PARTS: &[&str] = &[
    "Given Name",
    "Additional Name",
    "Family Name",
    "First Name",
    "Middle Name",
    "Last Name",
];

/// Where to call, in Google Contacts.
pub(crate) const GOOGLE_PHONES: &[&str] = &["Phone 1 - Value"];
