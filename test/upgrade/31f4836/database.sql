insert into "users" ("id", "name", "email", "hashed_password", "email_verified_at", "sessions_valid_from", "is_active", "is_superuser", "time_zone", "created_at") overriding system value values
('1', 'Ingrid Sørensen', 'ingrid@example.com', null, '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.256642+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('2', 'Door Person', 'door@example.com', null, '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.279047+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('3', 'Ana Pérez', 'ana@example.com', '$argon2id$v=19$m=19456,t=2,p=1$/9pPaZ0QNl/CMOt/z9IVIQ$0B6c1AU50FzMUZGayoTOTUBJ+lbyenrFbmRrpLYDKyA', '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.30287+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('4', 'Ben O’Brien', 'ben@example.com', null, '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.324361+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('5', 'Ёва Петрова', 'eva@example.com', null, '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.334284+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('6', '山田 恵', 'kei@example.com', null, '2026-11-20 10:00:00+00', '2026-11-28 18:15:53.338857+00', 'true', 'false', 'Europe/Lisbon', '2026-11-20 10:00:00+00'),
('7', 'Gustav Gast', 'gustav@example.com', null, null, '2026-11-28 18:15:55.193695+00', 'true', 'false', null, '2026-11-28 18:15:55.193695+00');

select setval(pg_get_serial_sequence('users', 'id'), (select max(id) from "users"));

insert into "accounts" ("provider", "provider_account_id", "user_id", "created_at") values
('github', '4711', '4', '2026-11-28 18:15:53.437956+00');

insert into "account_tokens" ("id", "user_id", "purpose", "callback_path", "name", "hashed_password", "time_zone", "created_at", "expires_at", "used_at") values
('77143be1-244b-4293-a035-355d243aedd8', '3', 'sign_in', '/events/%E7%A7%8B%E3%81%AE%E9%9F%B3%E6%A5%BD%E7%A5%AD', null, null, null, '2026-11-28 18:15:56.669484+00', '2036-01-01 00:00:00+00', null),
('8c6ec758-b806-4e57-9e06-feb9163c9f45', '6', 'verify_email', '/', '山田 恵子', '$argon2id$v=19$m=19456,t=2,p=1$6guZCicZ6TvoqwbeFONT9w$CrD7eAcSVV+sGxKamedNRk296fEQCmKP+HBOsvRdxDo', 'EST', '2026-11-28 18:15:56.669484+00', '2036-01-01 00:00:00+00', null),
('f5d34b3b-4a8f-4dc6-9b2c-801ab5fffdec', '4', 'reset_password', '/', null, null, null, '2026-11-28 18:15:56.669484+00', '2036-01-01 00:00:00+00', null);

insert into "organizers" ("id", "slug", "name", "about", "city", "website", "created_at") overriding system value values
('1', 'smørrebrød-og-sang', 'Smørrebrød og sang', '', null, null, '2026-11-20 10:00:00+00'),
('2', '東京の夜', '東京の夜', '', null, null, '2026-11-20 10:00:00+00');

select setval(pg_get_serial_sequence('organizers', 'id'), (select max(id) from "organizers"));

insert into "organizer_members" ("organizer_id", "user_id", "role", "created_at") values
('1', '1', 'owner', '2026-11-28 18:15:53.473912+00'),
('1', '2', 'door_staff', '2026-11-28 18:15:53.50164+00'),
('2', '1', 'owner', '2026-11-28 18:15:53.493176+00');

insert into "team_invitations" ("id", "organizer_id", "email", "role", "invited_by", "created_at", "expires_at", "accepted_at", "revoked_at") values
('e350b379-787b-4a9a-b9bc-6e7498b494a2', '2', 'new-colleague@example.com', 'manager', '1', '2026-11-28 18:15:56.801554+00', '2036-01-01 00:00:00+00', null, null);

insert into "events" ("id", "organizer_id", "slug", "name", "summary", "description", "category", "starts_at", "ends_at", "time_zone", "venue", "address", "city", "country", "currency", "cover_image", "is_featured", "status", "capacity", "available_tickets", "waitlist_tickets", "sales_start_at", "sales_end_at", "max_tickets_per_booking", "hold_minutes", "cancellation_cutoff_hours", "waitlist_enabled", "created_at", "updated_at", "version", "saved_by", "form", "import_key", "published_at", "cancelled_at", "cancellation_reason", "waiting_room") overriding system value values
('1', '1', 'straßenfest-am-markt', 'Straßenfest am Markt', '', '', 'music', '2034-07-01 16:00:00+00', '2034-07-01 21:30:00+00', 'Europe/Berlin', 'The Ropeworks', '1 Quay Street', 'Berlin', 'DE', 'EUR', null, 'false', 'published', '40', '33', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:53.50909+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:ec1858a3-51d2-458a-86ea-318dd7fde3bd', '2026-11-20 10:00:00+00', null, null, 'false'),
('2', '1', 'oszi-koncert', 'Őszi koncert', '', '', 'music', '2034-10-29 18:00:00+00', '2034-10-29 21:00:00+00', 'Europe/Budapest', 'The Ropeworks', '1 Quay Street', 'Budapest', 'HU', 'HUF', null, 'false', 'published', '40', '36', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:53.681998+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:76710183-df45-4a0b-b07e-d825876f312e', '2026-11-20 10:00:00+00', null, null, 'false'),
('3', '1', 'noche-de-bogota', 'Noche de Bogotá', '', '', 'music', '2034-05-06 01:00:00+00', '2034-05-06 06:00:00+00', 'America/Bogota', 'The Ropeworks', '1 Quay Street', 'Bogotá', 'CO', 'COP', null, 'false', 'published', '40', '36', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:53.741943+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:80526c7a-99fb-443d-8fea-e8dc240966e4', '2026-11-20 10:00:00+00', null, null, 'false'),
('4', '1', 'вече-на-дунаву', 'Вече на Дунаву', '', '', 'music', '2034-06-10 18:00:00+00', '2034-06-10 21:00:00+00', 'Europe/Belgrade', 'The Ropeworks', '1 Quay Street', 'Београд', 'RS', 'RSD', null, 'false', 'published', '40', '37', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:53.769501+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:73a0cedf-5fa7-400d-8de5-091d2a89e000', '2026-11-20 10:00:00+00', null, null, 'false'),
('5', '2', '秋の音楽祭', '秋の音楽祭', '', '', 'music', '2034-11-03 09:30:00+00', '2034-11-03 12:00:00+00', 'Asia/Tokyo', 'The Ropeworks', '1 Quay Street', '東京', 'JP', 'JPY', null, 'false', 'published', '40', '38', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:53.93102+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:13070795-3f4d-4b7f-a29f-6070695800d6', '2026-11-20 10:00:00+00', null, null, 'false'),
('6', '2', 'أمسية-في-الكويت', 'أمسية في الكويت', '', '', 'music', '2034-03-03 16:00:00+00', '2034-03-03 19:00:00+00', 'Asia/Kuwait', 'The Ropeworks', '1 Quay Street', 'الكويت', 'KW', 'KWD', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.054973+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:6ad7e1da-df84-455d-b72e-7e03f0fd434e', '2026-11-20 10:00:00+00', null, null, 'false'),
('7', '1', 'winter-evening-in-vancouver', 'Winter evening in Vancouver', '', '', 'music', '2034-01-21 03:30:00+00', '2034-01-21 06:30:00+00', 'America/Vancouver', 'The Ropeworks', '1 Quay Street', 'Vancouver', 'CA', 'CAD', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.104973+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:17bff098-dd70-438b-b31e-25957988a469', '2026-11-20 10:00:00+00', null, null, 'false'),
('8', '1', 'winter-evening-in-winnipeg', 'Winter evening in Winnipeg', '', '', 'music', '2034-01-21 01:30:00+00', '2034-01-21 04:30:00+00', 'America/Winnipeg', 'The Ropeworks', '1 Quay Street', 'Winnipeg', 'CA', 'CAD', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.182327+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:bf9da226-6ed7-4835-87a1-c4a8917faadf', '2026-11-20 10:00:00+00', null, null, 'false'),
('9', '1', 'evening-in-casablanca', 'Evening in Casablanca', '', '', 'music', '2034-01-20 18:30:00+00', '2034-01-20 21:30:00+00', 'Africa/Casablanca', 'The Ropeworks', '1 Quay Street', 'Casablanca', 'MA', 'MAD', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.253817+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:472a09e3-fc41-40f9-bd4b-89d359a49514', '2026-11-20 10:00:00+00', null, null, 'false'),
('10', '1', 'summer-night-in-london', 'Summer night in London', '', '', 'music', '2034-01-20 13:30:00+00', '2034-01-20 16:30:00+00', 'BST', 'The Ropeworks', '1 Quay Street', 'London', 'GB', 'GBP', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.334676+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:86746d13-233d-4cc6-a358-82d2e0e250b9', '2026-11-20 10:00:00+00', null, null, 'false'),
('11', '1', 'late-show', 'Late show', '', '', 'music', '2034-01-21 00:30:00+00', '2034-01-21 03:30:00+00', 'EST', 'The Ropeworks', '1 Quay Street', 'New York', 'US', 'USD', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.422592+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:011a07dc-86ea-405f-9112-1e81b1d295b2', '2026-11-20 10:00:00+00', null, null, 'false'),
('12', '1', 'abend-in-wien', 'Abend in Wien', '', '', 'music', '2034-01-20 18:30:00+00', '2034-01-20 21:30:00+00', 'CET', 'The Ropeworks', '1 Quay Street', 'Wien', 'AT', 'EUR', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.524969+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:0e3b60e6-ca67-4789-a451-522e2b93d978', '2026-11-20 10:00:00+00', null, null, 'false'),
('13', '1', 'monsoon-ragas', 'Monsoon ragas', '', '', 'music', '2034-01-20 14:00:00+00', '2034-01-20 17:00:00+00', 'IST', 'The Ropeworks', '1 Quay Street', 'Pune', 'IN', 'INR', null, 'false', 'published', '40', '39', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.598568+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:2e7aabf7-c19d-4814-8d07-cf9f1c499ace', '2026-11-20 10:00:00+00', null, null, 'false'),
('14', '1', 'kammer-fur-zwei', 'Kammer für zwei', '', '', 'music', '2034-02-10 18:00:00+00', '2034-02-10 20:00:00+00', 'Europe/Vienna', 'The Ropeworks', '1 Quay Street', 'Wien', 'AT', 'EUR', null, 'false', 'published', '2', '0', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.720232+00', '2026-11-20 10:00:00+00', '2', '1', null, 'editor:b7313bbb-96e9-47e1-aeb2-d5d0d3d29433', '2026-11-20 10:00:00+00', null, null, 'false'),
('15', '1', 'open-air-called-off', 'Open air, called off', '', '', 'music', '2034-08-10 17:00:00+00', '2034-08-12 19:00:00+00', 'Europe/Copenhagen', 'The Ropeworks', '1 Quay Street', 'København', 'DK', 'DKK', null, 'false', 'cancelled', '40', '38', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:54.791501+00', '2026-11-20 10:22:00+00', '3', '1', null, 'editor:075b0125-e930-480c-b127-6f62572b9282', '2026-11-20 10:00:00+00', '2026-11-20 10:22:00+00', 'The meadow is under water.', 'true'),
('16', '1', 'tavaszi-koncert', 'Tavaszi koncert', '', '', 'music', '2034-04-01 17:00:00+00', '2034-04-01 18:00:00+00', 'Europe/Budapest', 'The Ropeworks', '1 Quay Street', 'Lisbon', 'PT', 'HUF', null, 'false', 'draft', '40', '40', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.452583+00', '2026-11-28 18:15:56.452583+00', '1', '1', '{"city": "Lisbon", "name": "Tavaszi koncert", "venue": "The Ropeworks", "endsAt": "", "address": "1 Quay Street", "country": "PT", "summary": "", "capacity": "40", "category": "music", "currency": "HUF", "startsAt": "2034-04-01T19:00", "timeZone": "Europe/Budapest", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [{"code": "TYPEC7230", "name": "Jegy", "price": "4500", "quota": "", "salesEndAt": "", "description": "", "salesStartAt": ""}], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'editor:20756bcc-2638-494f-ad97-96ccc40e401c', null, null, null, 'false'),
('17', '2', 'концерт-на-неве', 'Концерт на Неве', '', '', 'music', '9999-12-01 00:00:00+00', '9999-12-01 01:00:00+00', 'EST', 'The Ropeworks', '1 Quay Street', 'Lisbon', 'PT', 'COP', null, 'false', 'draft', '40', '40', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.463226+00', '2026-11-28 18:15:56.463226+00', '1', '1', '{"city": "Lisbon", "name": "Концерт на Неве", "venue": "The Ropeworks", "endsAt": "", "address": "1 Quay Street", "country": "PT", "summary": "", "capacity": "40", "category": "music", "currency": "COP", "startsAt": "soon", "timeZone": "EST", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [{"code": "TYPE0CF80", "name": "", "price": "about 90000,5", "quota": "", "salesEndAt": "", "description": "", "salesStartAt": ""}], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'editor:ea5b54c5-4c00-49dd-a9ac-617ab3c95db7', null, null, null, 'false'),
('18', '1', 'imported-by-id', 'Imported by id', '', '', 'community', '2034-09-01 17:00:00+00', '2034-09-01 20:00:00+00', 'Europe/Budapest', '', '', '', 'ZZ', 'HUF', null, 'false', 'draft', '100', '100', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.524005+00', '2026-11-28 18:15:56.524005+00', '1', '1', '{"city": "", "name": "Imported by id", "venue": "", "endsAt": "2034-09-01T22:00", "address": "", "country": "", "summary": "", "capacity": "100", "category": "community", "currency": "HUF", "startsAt": "2034-09-01T19:00", "timeZone": "Europe/Budapest", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [{"code": "8MCW8RCJ", "name": "Admission", "price": "2500", "quota": "", "salesEndAt": "", "description": "", "salesStartAt": ""}], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'id:eQJpm-Qsio5G-7tFAXJlF-hrIsVqGJ92JabaSQgbJFE', null, null, null, 'false'),
('19', '1', 'imported-by-row', 'Imported by row', '', '', 'community', '2034-09-02 13:00:00+00', '2034-09-02 16:00:00+00', 'BST', '', '', '', 'ZZ', 'GBP', null, 'false', 'draft', '100', '100', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.524005+00', '2026-11-28 18:15:56.524005+00', '1', '1', '{"city": "", "name": "Imported by row", "venue": "", "endsAt": "2034-09-02T22:00", "address": "", "country": "", "summary": "", "capacity": "100", "category": "community", "currency": "GBP", "startsAt": "2034-09-02T19:00", "timeZone": "BST", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [{"code": "7HWNDKX0", "name": "Admission", "price": "12", "quota": "", "salesEndAt": "", "description": "", "salesStartAt": ""}], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'row:QSKJueUcEaPmOEDTE_jHsIePb1mRI1LCCcKTajnxYZA', null, null, null, 'false'),
('20', '1', 'imported-from-a-calendar-2034-01-12', 'Imported from a calendar', '', '', 'community', '2034-01-13 01:00:00+00', '2034-01-13 03:00:00+00', 'America/Winnipeg', '', '', '', 'ZZ', 'EUR', null, 'false', 'draft', '100', '100', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.583515+00', '2026-11-28 18:15:56.583515+00', '1', '1', '{"city": "", "name": "Imported from a calendar", "venue": "", "endsAt": "2034-01-12T21:00", "address": "", "country": "", "summary": "", "capacity": "100", "category": "community", "currency": "EUR", "startsAt": "2034-01-12T19:00", "timeZone": "America/Winnipeg", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'calendar:EuOM3nzki6-Nk7Mv6NLicRKwwycRAC9rLE44tDDwCVg', null, null, null, 'false'),
('21', '1', 'imported-from-a-calendar', 'Imported from a calendar', '', '', 'community', '2034-01-06 01:00:00+00', '2034-01-06 03:00:00+00', 'America/Winnipeg', '', '', '', 'ZZ', 'EUR', null, 'false', 'draft', '100', '100', '0', null, null, '10', '10', '24', 'true', '2026-11-28 18:15:56.583515+00', '2026-11-28 18:15:56.583515+00', '1', '1', '{"city": "", "name": "Imported from a calendar", "venue": "", "endsAt": "2034-01-05T21:00", "address": "", "country": "", "summary": "", "capacity": "100", "category": "community", "currency": "EUR", "startsAt": "2034-01-05T19:00", "timeZone": "America/Winnipeg", "coverImage": null, "salesEndAt": "", "description": "", "holdMinutes": "10", "ticketTypes": [], "waitingRoom": false, "salesStartAt": "", "waitlistEnabled": true, "maxTicketsPerBooking": "10", "cancellationCutoffHours": "24"}', 'calendar:dVjDU4dJ3LfdILfI9uPNGwyUpD2y05FoDjyfnDn87_E', null, null, null, 'false');

select setval(pg_get_serial_sequence('events', 'id'), (select max(id) from "events"));

insert into "ticket_types" ("id", "event_id", "code", "name", "description", "price", "quota", "sold", "sales_start_at", "sales_end_at", "position", "created_at") overriding system value values
('1', '1', 'TYPEAF150', 'Standard', '', '1250', null, '4', null, null, '0', '2026-11-28 18:15:53.586455+00'),
('2', '1', 'TYPE78901', 'Reduced', '', '800', null, '3', null, null, '1', '2026-11-28 18:15:53.586455+00'),
('3', '1', 'TYPE30DD2', 'Helpers', '', '0', '5', '0', null, null, '2', '2026-11-28 18:15:53.586455+00'),
('4', '2', 'TYPE6AB50', 'Földszint', '', '4500', null, '1', null, null, '0', '2026-11-28 18:15:53.721586+00'),
('5', '2', 'TYPE369E1', 'Erkély', '', '2900', null, '3', null, null, '1', '2026-11-28 18:15:53.721586+00'),
('6', '3', 'TYPE841D0', 'General', '', '150000', null, '4', null, null, '0', '2026-11-28 18:15:53.748445+00'),
('7', '4', 'TYPEBC260', 'Партер', '', '150000', null, '2', null, null, '0', '2026-11-28 18:15:53.789535+00'),
('8', '4', 'TYPEBAA81', 'Балкон', '', '90000', null, '1', null, null, '1', '2026-11-28 18:15:53.789535+00'),
('9', '5', 'TYPE7C4E0', '一般', '', '3000', null, '2', null, null, '0', '2026-11-28 18:15:53.969632+00'),
('10', '6', 'TYPEE65E0', 'Seat', '', '4250', null, '1', null, null, '0', '2026-11-28 18:15:54.077665+00'),
('11', '7', 'TYPE27BE0', 'Seat', '', '2500', null, '1', null, null, '0', '2026-11-28 18:15:54.129547+00'),
('12', '8', 'TYPEA3F40', 'Seat', '', '0', null, '1', null, null, '0', '2026-11-28 18:15:54.200499+00'),
('13', '9', 'TYPE42300', 'Seat', '', '12000', null, '1', null, null, '0', '2026-11-28 18:15:54.284379+00'),
('14', '10', 'TYPEF0E80', 'Seat', '', '750', null, '1', null, null, '0', '2026-11-28 18:15:54.361758+00'),
('15', '11', 'TYPE80C40', 'Seat', '', '3000', null, '1', null, null, '0', '2026-11-28 18:15:54.461777+00'),
('16', '12', 'TYPEC4520', 'Seat', '', '1800', null, '1', null, null, '0', '2026-11-28 18:15:54.553581+00'),
('17', '13', 'TYPE0F870', 'Seat', '', '75000', null, '1', null, null, '0', '2026-11-28 18:15:54.618903+00'),
('18', '14', 'TYPED3CD0', 'Sitz', '', '3500', null, '2', null, null, '0', '2026-11-28 18:15:54.7491+00'),
('19', '15', 'TYPE18B30', 'Plads', '', '25000', null, '2', null, null, '0', '2026-11-28 18:15:54.817448+00');

select setval(pg_get_serial_sequence('ticket_types', 'id'), (select max(id) from "ticket_types"));

insert into "waiting_rooms" ("event_id", "admissions_per_minute", "is_paused", "updated_at") values
('15', '600', 'false', '2026-11-28 18:15:54.862262+00');

insert into "bookings" ("id", "reference", "event_id", "user_id", "status", "number_of_tickets", "total_price", "currency", "source", "idempotency_key", "booked_at", "expires_at", "confirmed_at", "cancelled_at") overriding system value values
('1', '5KQ836JCEM', '1', '3', 'confirmed', '3', '2400', 'EUR', 'checkout', 'f5d75073-7b1e-469d-92e4-64332f88dbcf', '2026-11-20 10:01:00+00', '2026-11-20 10:11:00+00', '2026-11-20 10:01:00+00', null),
('2', '7T58X6K9N4', '1', '4', 'cancelled', '1', '1250', 'EUR', 'checkout', '67a85b28-d894-4bc9-9298-04ba1fbc8170', '2026-11-20 10:02:00+00', '2026-11-20 10:12:00+00', '2026-11-20 10:02:00+00', '2026-11-20 10:02:00+00'),
('3', 'G9928EGMCC', '1', '5', 'pending', '2', '2500', 'EUR', 'checkout', 'd9b8f494-f01d-45a3-beb0-5cebd5117ddf', '2026-11-20 10:03:00+00', '2026-11-20 10:13:00+00', null, null),
('4', 'DHFPREBBJD', '1', '7', 'confirmed', '2', '2500', 'EUR', 'organizer', '772c732a-6fb9-4995-b53e-5f30af77cca1', '2026-11-20 10:03:00+00', null, '2026-11-20 10:03:00+00', null),
('5', '6FTSKMC5F8', '2', '3', 'confirmed', '3', '8700', 'HUF', 'checkout', '2ef43960-8833-4a51-a05b-78dd94faeefd', '2026-11-20 10:04:00+00', '2026-11-20 10:14:00+00', '2026-11-20 10:04:00+00', null),
('6', 'CEFES34AJR', '2', '4', 'cancelled', '3', '8700', 'HUF', 'checkout', '080fd050-e76c-44be-8949-af9e29055ebd', '2026-11-20 10:05:00+00', '2026-11-20 10:15:00+00', '2026-11-20 10:05:00+00', '2026-11-20 10:05:00+00'),
('7', 'RZXBA78RAJ', '2', '6', 'pending', '1', '4500', 'HUF', 'checkout', '56d2d5ca-462a-4d2b-8628-40a3d61f1a8a', '2026-11-20 10:06:00+00', '2036-01-01 00:00:00+00', null, null),
('8', 'K5XP8SDD99', '3', '5', 'confirmed', '4', '600000', 'COP', 'checkout', '4666ec02-c482-4639-9d82-f2fa0088fc41', '2026-11-20 10:07:00+00', '2026-11-20 10:17:00+00', '2026-11-20 10:07:00+00', null),
('9', 'B4SN30PZ51', '4', '5', 'confirmed', '3', '390000', 'RSD', 'checkout', '877373a7-5c54-4f91-aef6-52012255f581', '2026-11-20 10:08:00+00', '2026-11-20 10:18:00+00', '2026-11-20 10:08:00+00', null),
('10', 'HH1MT5KYQP', '5', '6', 'confirmed', '2', '6000', 'JPY', 'checkout', 'dffc2998-87c2-4b41-b52d-47baa6ddb6d7', '2026-11-20 10:09:00+00', '2026-11-20 10:19:00+00', '2026-11-20 10:09:00+00', null),
('11', 'XQ8DKH43SA', '6', '4', 'confirmed', '1', '4250', 'KWD', 'checkout', 'afa56118-f0dd-4d97-a8d4-4b37f912854c', '2026-11-20 10:10:00+00', '2026-11-20 10:20:00+00', '2026-11-20 10:10:00+00', null),
('12', 'TCE5Z88AW5', '7', '3', 'confirmed', '1', '2500', 'CAD', 'checkout', '56b7d0e8-6c4f-4a32-bf27-61ad5bfcc81f', '2026-11-20 10:11:00+00', '2026-11-20 10:21:00+00', '2026-11-20 10:11:00+00', null),
('13', 'WPRJ88KAWV', '8', '3', 'confirmed', '1', '0', 'CAD', 'checkout', '49285356-2200-4b0e-8060-57c7fa7386de', '2026-11-20 10:12:00+00', '2026-11-20 10:22:00+00', '2026-11-20 10:12:00+00', null),
('14', 'HATP3CN695', '9', '3', 'confirmed', '1', '12000', 'MAD', 'checkout', '6a614558-ad13-476f-bb86-3c470affe47a', '2026-11-20 10:13:00+00', '2026-11-20 10:23:00+00', '2026-11-20 10:13:00+00', null),
('15', 'TKA4RTX1MM', '10', '3', 'confirmed', '1', '750', 'GBP', 'checkout', '96e289ba-c0ae-4cd9-bb43-89ccab99686b', '2026-11-20 10:14:00+00', '2026-11-20 10:24:00+00', '2026-11-20 10:14:00+00', null),
('16', '0R6G9WRB6R', '11', '3', 'confirmed', '1', '3000', 'USD', 'checkout', '86d0cf92-946b-4dab-826f-319ba3312e75', '2026-11-20 10:15:00+00', '2026-11-20 10:25:00+00', '2026-11-20 10:15:00+00', null),
('17', 'KKDWTMQRMK', '12', '3', 'confirmed', '1', '1800', 'EUR', 'checkout', '853463c8-7d84-49f5-a5e8-06535237b0d5', '2026-11-20 10:16:00+00', '2026-11-20 10:26:00+00', '2026-11-20 10:16:00+00', null),
('18', 'MZB0VFN6WF', '13', '3', 'confirmed', '1', '75000', 'INR', 'checkout', '29e86821-e813-4a4f-a600-c98ec97ac1e2', '2026-11-20 10:17:00+00', '2026-11-20 10:27:00+00', '2026-11-20 10:17:00+00', null),
('19', 'S62HEQVGWF', '15', '4', 'confirmed', '2', '50000', 'DKK', 'checkout', '79e5d942-728e-429a-bef8-8648fe52ea27', '2026-11-20 10:18:00+00', '2026-11-20 10:28:00+00', '2026-11-20 10:18:00+00', null),
('20', '9VG3WPEJB8', '14', '4', 'cancelled', '1', '3500', 'EUR', 'checkout', '05b2bb01-8f41-4c36-80e9-98461d9c3c02', '2026-11-20 10:19:00+00', '2026-11-20 10:29:00+00', '2026-11-20 10:19:00+00', '2026-11-20 10:22:00+00'),
('21', 'K5CEEACRHE', '14', '3', 'confirmed', '1', '3500', 'EUR', 'checkout', '76fd72b8-6b47-4fa1-9b3f-b9b02e552b48', '2026-11-20 10:20:00+00', '2026-11-20 10:30:00+00', '2026-11-20 10:20:00+00', null),
('22', 'HDVX95RQTR', '14', '5', 'pending', '1', '3500', 'EUR', 'waitlist', 'waitlist:1', '2026-11-20 10:22:00+00', '2036-01-01 00:00:00+00', null, null);

select setval(pg_get_serial_sequence('bookings', 'id'), (select max(id) from "bookings"));

insert into "booking_items" ("id", "booking_id", "ticket_type_id", "quantity", "unit_price") overriding system value values
('3', '1', '2', '3', '800'),
('5', '2', '1', '1', '1250'),
('6', '3', '1', '2', '1250'),
('7', '4', '1', '2', '1250'),
('9', '5', '5', '3', '2900'),
('11', '6', '5', '3', '2900'),
('12', '7', '4', '1', '4500'),
('13', '8', '6', '4', '150000'),
('14', '9', '7', '2', '150000'),
('15', '9', '8', '1', '90000'),
('16', '10', '9', '2', '3000'),
('17', '11', '10', '1', '4250'),
('18', '12', '11', '1', '2500'),
('19', '13', '12', '1', '0'),
('20', '14', '13', '1', '12000'),
('21', '15', '14', '1', '750'),
('22', '16', '15', '1', '3000'),
('23', '17', '16', '1', '1800'),
('24', '18', '17', '1', '75000'),
('25', '19', '19', '2', '25000'),
('26', '20', '18', '1', '3500'),
('27', '21', '18', '1', '3500'),
('28', '22', '18', '1', '3500');

select setval(pg_get_serial_sequence('booking_items', 'id'), (select max(id) from "booking_items"));

insert into "tickets" ("id", "booking_id", "event_id", "ticket_type_id", "code", "holder_name", "holder_email", "status", "checked_in_at", "checked_in_by", "created_at", "changed_at") overriding system value values
('1', '1', '1', '2', 'AEP4HJED3BE8XVWK', 'Ana Pérez', 'ana@example.com', 'valid', '2034-07-01 17:00:00+00', '2', '2026-11-28 18:15:54.930996+00', '2026-11-28 18:15:56.612291+00'),
('2', '1', '1', '2', 'KZ310C7VY4DXSPEP', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:54.930996+00', '2026-11-28 18:15:54.969756+00'),
('3', '1', '1', '2', '5P0ADKMWN9VRE505', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:54.930996+00', '2026-11-28 18:15:54.969756+00'),
('4', '2', '1', '1', 'F76JX8AQ4QJ6K6TB', 'Ben O’Brien', 'ben@example.com', 'void', null, null, '2026-11-28 18:15:55.093808+00', '2026-11-28 18:15:55.136014+00'),
('5', '4', '1', '1', '6361XQWVG6KH4GBH', 'Gustav Gast', 'gustav@example.com', 'valid', null, null, '2026-11-28 18:15:55.193695+00', '2026-11-28 18:15:55.193695+00'),
('6', '4', '1', '1', 'AMJM2TPT04G9DFTW', 'Gustav Gast', 'gustav@example.com', 'valid', null, null, '2026-11-28 18:15:55.193695+00', '2026-11-28 18:15:55.193695+00'),
('7', '5', '2', '5', 'SRJWA015KJ1YA5Z3', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.289796+00', '2026-11-28 18:15:55.323106+00'),
('8', '5', '2', '5', 'SG59XRTVEA1QV6N8', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.289796+00', '2026-11-28 18:15:55.323106+00'),
('9', '5', '2', '5', '4CHQ0N7P07GWW8DK', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.289796+00', '2026-11-28 18:15:55.289796+00'),
('10', '6', '2', '5', 'VEFPQFW1FYFGAG7Y', 'Ben O’Brien', 'ben@example.com', 'void', null, null, '2026-11-28 18:15:55.403304+00', '2026-11-28 18:15:55.423787+00'),
('11', '6', '2', '5', 'ENSSSG43A8RQ2YG8', 'Ben O’Brien', 'ben@example.com', 'void', null, null, '2026-11-28 18:15:55.403304+00', '2026-11-28 18:15:55.423787+00'),
('12', '6', '2', '5', '05XJKZ0J1856VFA6', 'Ben O’Brien', 'ben@example.com', 'void', null, null, '2026-11-28 18:15:55.403304+00', '2026-11-28 18:15:55.423787+00'),
('13', '8', '3', '6', '4A2KT946VHH0HSYQ', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.525953+00', '2026-11-28 18:15:55.525953+00'),
('14', '8', '3', '6', 'R4EPZM927X3K15ZQ', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.525953+00', '2026-11-28 18:15:55.525953+00'),
('15', '8', '3', '6', 'XR2TH89PC4JBKV59', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.525953+00', '2026-11-28 18:15:55.525953+00'),
('16', '8', '3', '6', 'S9NTS61BKBNS0D9S', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.525953+00', '2026-11-28 18:15:55.525953+00'),
('17', '9', '4', '7', '150307F8K1SG3CBN', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.571392+00', '2026-11-28 18:15:55.571392+00'),
('18', '9', '4', '7', 'TXDKKRMPRVQ216NM', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.571392+00', '2026-11-28 18:15:55.571392+00'),
('19', '9', '4', '8', 'DH7YN445H0BRMVK6', 'Ёва Петрова', 'eva@example.com', 'valid', null, null, '2026-11-28 18:15:55.571392+00', '2026-11-28 18:15:55.571392+00'),
('20', '10', '5', '9', 'PEKWAMK2BG3DETZ4', '山田 恵', 'kei@example.com', 'valid', null, null, '2026-11-28 18:15:55.612354+00', '2026-11-28 18:15:55.612354+00'),
('21', '10', '5', '9', 'V24MECPQ761MC80R', '山田 恵', 'kei@example.com', 'valid', null, null, '2026-11-28 18:15:55.612354+00', '2026-11-28 18:15:55.612354+00'),
('22', '11', '6', '10', 'ZASDNN9XB5JG64QQ', 'Ben O’Brien', 'ben@example.com', 'valid', null, null, '2026-11-28 18:15:55.696655+00', '2026-11-28 18:15:55.696655+00'),
('23', '12', '7', '11', 'QK1FRJAG6YSJNCX3', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.761352+00', '2026-11-28 18:15:55.761352+00'),
('24', '13', '8', '12', '91XBV1S3GDN42J8K', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.81247+00', '2026-11-28 18:15:55.81247+00'),
('25', '14', '9', '13', 'GK5TP7G70DGT0136', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.878758+00', '2026-11-28 18:15:55.878758+00'),
('26', '15', '10', '14', '119XC510CEY74R2P', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.906459+00', '2026-11-28 18:15:55.906459+00'),
('27', '16', '11', '15', 'T83F39XBJ3VDCXG4', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:55.949373+00', '2026-11-28 18:15:55.949373+00'),
('28', '17', '12', '16', '4Y2ZRW00EXXZZ1X7', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:56.018381+00', '2026-11-28 18:15:56.018381+00'),
('29', '18', '13', '17', 'SB0E5QGMKKNNH0PT', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:56.059907+00', '2026-11-28 18:15:56.059907+00'),
('30', '19', '15', '19', 'CDRJGNAW3V3TT0TN', 'Ben O’Brien', 'ben@example.com', 'valid', null, null, '2026-11-28 18:15:56.105606+00', '2026-11-28 18:15:56.105606+00'),
('31', '19', '15', '19', 'J8NQHWB5A9WJNW2Z', 'Ben O’Brien', 'ben@example.com', 'valid', null, null, '2026-11-28 18:15:56.105606+00', '2026-11-28 18:15:56.105606+00'),
('32', '20', '14', '18', '6F103AHGPKYSN6V6', 'Ben O’Brien', 'ben@example.com', 'void', null, null, '2026-11-28 18:15:56.145029+00', '2026-11-28 18:15:56.293444+00'),
('33', '21', '14', '18', '1E4BMTPDQ786D5VP', 'Ana Pérez', 'ana@example.com', 'valid', null, null, '2026-11-28 18:15:56.20254+00', '2026-11-28 18:15:56.20254+00');

select setval(pg_get_serial_sequence('tickets', 'id'), (select max(id) from "tickets"));

insert into "scans" ("id", "event_id", "ticket_id", "outcome", "device", "scanned_by", "scanned_at", "recorded_at") values
('32b9b48f-9b67-4cea-825a-8807a843fafb', '1', '1', 'already_in', 'Door A', '2', '2034-07-01 17:00:00+00', '2026-11-28 18:15:56.646631+00'),
('38087477-9294-47be-a87a-db7cac5fdcdf', '1', null, 'unknown', 'Door A', '2', '2034-07-01 17:00:00+00', '2026-11-28 18:15:56.657751+00'),
('c9829f29-4790-4ad5-8548-4061bcfc8b2f', '1', '1', 'admitted', 'Door A', '2', '2034-07-01 17:00:00+00', '2026-11-28 18:15:56.612291+00');

insert into "waitlist_entries" ("id", "event_id", "user_id", "ticket_type_id", "quantity", "accept_fewer", "status", "joined_at", "resolved_at", "booking_id") overriding system value values
('1', '14', '5', null, '1', 'false', 'offered', '2026-11-20 10:21:00+00', '2026-11-20 10:22:00+00', '22'),
('2', '14', '6', null, '1', 'false', 'waiting', '2026-11-20 10:22:00+00', null, null);

select setval(pg_get_serial_sequence('waitlist_entries', 'id'), (select max(id) from "waitlist_entries"));

insert into "waitlist_decisions" ("id", "event_id", "entry_id", "run_id", "outcome", "seats", "reason", "decided_at", "decided_by") overriding system value values
('1', '14', '1', '60b5045d-b4f5-403f-84e9-f6ffd86ba763', 'offered', '1', 'Offered 1 × Sitz.', '2026-11-20 10:22:00+00', null);

select setval(pg_get_serial_sequence('waitlist_decisions', 'id'), (select max(id) from "waitlist_decisions"));

insert into "operations" ("id", "kind", "event_id", "started_by", "detail", "created_at", "listed_at", "finished_at") values
('2f7f7908-3839-4712-b8d3-cb5136b96af1', 'event_cancellation', '15', '1', '{"reason": "The meadow is under water."}', '2026-11-28 18:15:56.41021+00', null, null),
('ed6848de-de3e-4dc8-bf97-5bf561f4feb6', 'message', '1', '1', '{"body": "The **till** is slow.", "replies": true, "subject": "Bring 12.50 in coins", "audience": {"kind": "all"}}', '2026-11-28 18:15:56.429603+00', null, null);

insert into "operation_recipients" ("operation_id", "user_id", "booking_id", "status", "reason", "settled_at") values
('ed6848de-de3e-4dc8-bf97-5bf561f4feb6', '3', null, 'left', null, null);

insert into "message_optouts" ("organizer_id", "user_id", "created_at") values
('1', '4', '2026-11-28 18:15:56.45027+00');

insert into "outbox" ("id", "name", "data", "created_at", "dispatched_at", "attempts") values
('01a2235e-f30f-7335-b516-07250e543785', 'booking/held', '{"bookingId": 1}', '2026-11-28 18:15:54.874009+00', '2026-11-20 10:00:00+00', '0'),
('01a2235e-f33a-7f81-b2e7-eb6a7c043813', 'booking/confirmed', '{"bookingId": 1}', '2026-11-28 18:15:54.930996+00', '2026-11-20 10:00:00+00', '0'),
('01a2235e-f3bd-7196-957b-75e5d997bb97', 'booking/held', '{"bookingId": 2}', '2026-11-28 18:15:55.061679+00', '2026-11-20 10:00:00+00', '0'),
('01a2235e-f3e1-7e16-8b08-46f8560e6118', 'booking/confirmed', '{"bookingId": 2}', '2026-11-28 18:15:55.093808+00', '2026-11-20 10:00:00+00', '0'),
('01a2235e-f409-77f4-9eb7-d0126d6d2ca8', 'booking/cancelled', '{"bookingId": 2}', '2026-11-28 18:15:55.136014+00', '2026-11-20 10:00:00+00', '0'),
('01a2235e-f431-76e0-b359-0da7c997d371', 'booking/held', '{"bookingId": 3}', '2026-11-28 18:15:55.169909+00', null, '0'),
('01a2235e-f45f-7c27-a3ef-26a5a8ba1fb4', 'booking/confirmed', '{"bookingId": 4}', '2026-11-28 18:15:55.193695+00', null, '0'),
('01a2235e-f471-726b-9e80-664c91c2a58c', 'booking/held', '{"bookingId": 5}', '2026-11-28 18:15:55.239205+00', null, '0'),
('01a2235e-f4a2-765a-b7fc-2cb860caf799', 'booking/confirmed', '{"bookingId": 5}', '2026-11-28 18:15:55.289796+00', null, '0'),
('01a2235e-f4f9-7fa3-af07-3d2047247279', 'booking/held', '{"bookingId": 6}', '2026-11-28 18:15:55.377697+00', null, '0'),
('01a2235e-f50f-7d01-973c-747ab84d56a4', 'booking/confirmed', '{"bookingId": 6}', '2026-11-28 18:15:55.403304+00', null, '0'),
('01a2235e-f526-7136-9dc2-cfe4d2e220ee', 'booking/cancelled', '{"bookingId": 6}', '2026-11-28 18:15:55.423787+00', null, '0'),
('01a2235e-f559-7f62-a245-7a93641a54cc', 'booking/held', '{"bookingId": 7}', '2026-11-28 18:15:55.474735+00', null, '0'),
('01a2235e-f575-713e-ab4e-2a05db8ee704', 'booking/held', '{"bookingId": 8}', '2026-11-28 18:15:55.50163+00', null, '0'),
('01a2235e-f588-7f17-8025-af57353ca5e2', 'booking/confirmed', '{"bookingId": 8}', '2026-11-28 18:15:55.525953+00', null, '0'),
('01a2235e-f59d-7fc1-92d2-79b072cd336f', 'booking/held', '{"bookingId": 9}', '2026-11-28 18:15:55.543001+00', null, '0'),
('01a2235e-f5b9-74ec-acc6-7a0f8cca522b', 'booking/confirmed', '{"bookingId": 9}', '2026-11-28 18:15:55.571392+00', null, '0'),
('01a2235e-f5d1-7b5b-9c12-fc5b85e790d0', 'booking/held', '{"bookingId": 10}', '2026-11-28 18:15:55.592425+00', null, '0'),
('01a2235e-f5f1-7bd0-9c44-2471f9c04e22', 'booking/confirmed', '{"bookingId": 10}', '2026-11-28 18:15:55.612354+00', null, '0'),
('01a2235e-f60d-7b73-afcd-4967cbd77bf9', 'booking/held', '{"bookingId": 11}', '2026-11-28 18:15:55.64578+00', null, '0'),
('01a2235e-f645-7ba8-92e6-eedf955cffa3', 'booking/confirmed', '{"bookingId": 11}', '2026-11-28 18:15:55.696655+00', null, '0'),
('01a2235e-f66b-714d-bab3-945679b69524', 'booking/held', '{"bookingId": 12}', '2026-11-28 18:15:55.729578+00', null, '0'),
('01a2235e-f67e-76b8-b533-771c620b0579', 'booking/confirmed', '{"bookingId": 12}', '2026-11-28 18:15:55.761352+00', null, '0'),
('01a2235e-f694-7ae9-9330-7d1b02d4803f', 'booking/held', '{"bookingId": 13}', '2026-11-28 18:15:55.782332+00', null, '0'),
('01a2235e-f6aa-7f61-bf6d-733e950a8284', 'booking/confirmed', '{"bookingId": 13}', '2026-11-28 18:15:55.81247+00', null, '0'),
('01a2235e-f6d1-7d26-b783-3f1d028f9244', 'booking/held', '{"bookingId": 14}', '2026-11-28 18:15:55.833618+00', null, '0'),
('01a2235e-f6e9-7529-b2dd-cfa3e79ae0b7', 'booking/confirmed', '{"bookingId": 14}', '2026-11-28 18:15:55.878758+00', null, '0'),
('01a2235e-f6f8-787b-91f9-7f7bc5b21cfc', 'booking/held', '{"bookingId": 15}', '2026-11-28 18:15:55.893651+00', null, '0'),
('01a2235e-f705-7d44-8deb-577a729c05e0', 'booking/confirmed', '{"bookingId": 15}', '2026-11-28 18:15:55.906459+00', null, '0'),
('01a2235e-f71f-793f-b43b-ebd4249c94f6', 'booking/held', '{"bookingId": 16}', '2026-11-28 18:15:55.925571+00', null, '0'),
('01a2235e-f731-7630-83e0-477fd1541537', 'booking/confirmed', '{"bookingId": 16}', '2026-11-28 18:15:55.949373+00', null, '0'),
('01a2235e-f75c-76da-a5ca-563434bcd0f4', 'booking/held', '{"bookingId": 17}', '2026-11-28 18:15:55.968073+00', null, '0'),
('01a2235e-f779-7fff-b52f-c4127e0f6020', 'booking/confirmed', '{"bookingId": 17}', '2026-11-28 18:15:56.018381+00', null, '0'),
('01a2235e-f78a-7877-bb9e-7fc47a7a4fe9', 'booking/held', '{"bookingId": 18}', '2026-11-28 18:15:56.03972+00', null, '0'),
('01a2235e-f7a2-7504-acfa-b6a5b47f14f1', 'booking/confirmed', '{"bookingId": 18}', '2026-11-28 18:15:56.059907+00', null, '0'),
('01a2235e-f7b7-746c-a068-fe798eb7d386', 'booking/held', '{"bookingId": 19}', '2026-11-28 18:15:56.085492+00', null, '0'),
('01a2235e-f7cb-7a73-8afb-7bb4e7c1f28c', 'booking/confirmed', '{"bookingId": 19}', '2026-11-28 18:15:56.105606+00', null, '0'),
('01a2235e-f7e1-79ba-922d-c1f37310c9f2', 'booking/held', '{"bookingId": 20}', '2026-11-28 18:15:56.112755+00', null, '0'),
('01a2235e-f7fd-7fe9-b0e9-11edf9caabe7', 'booking/confirmed', '{"bookingId": 20}', '2026-11-28 18:15:56.145029+00', null, '0'),
('01a2235e-f818-7fb9-a858-9b0affebace1', 'booking/held', '{"bookingId": 21}', '2026-11-28 18:15:56.174691+00', null, '0'),
('01a2235e-f82d-78da-a255-945f7236d37f', 'booking/confirmed', '{"bookingId": 21}', '2026-11-28 18:15:56.20254+00', null, '0'),
('01a2235e-f855-7a8a-b8c4-866f664ee3c5', 'waitlist/joined', '{"entryId": 1}', '2026-11-28 18:15:56.216966+00', null, '0'),
('01a2235e-f871-7901-a736-d0b770d841ee', 'waitlist/joined', '{"entryId": 2}', '2026-11-28 18:15:56.254238+00', null, '0'),
('01a2235e-f891-769d-b626-6e88a6d574fc', 'waitlist/seats.freed', '{"eventId": 14}', '2026-11-28 18:15:56.293444+00', null, '0'),
('01a2235e-f891-7c9a-9793-53fc1f331579', 'booking/cancelled', '{"bookingId": 20}', '2026-11-28 18:15:56.293444+00', null, '0'),
('01a2235e-f8e7-7321-8134-0302414e1d56', 'waitlist/offered', '{"entryId": 1, "bookingId": 22}', '2026-11-28 18:15:56.338084+00', null, '0'),
('01a2235e-f90a-7056-a9f4-b9e52faeffbe', 'operation/started', '{"operationId": "2f7f7908-3839-4712-b8d3-cb5136b96af1"}', '2026-11-28 18:15:56.41021+00', null, '0'),
('01a2235e-f913-71c4-9832-a5b6e24ce7af', 'operation/started', '{"operationId": "ed6848de-de3e-4dc8-bf97-5bf561f4feb6"}', '2026-11-28 18:15:56.429603+00', null, '0'),
('01a2235e-fa02-7a0c-8016-ce6eeccf4f2c', 'account/token.issued', '{"tokenId": "77143be1-244b-4293-a035-355d243aedd8"}', '2026-11-28 18:15:56.669484+00', null, '0'),
('01a2235e-fa0a-75e1-a9d0-8466ddf80283', 'account/token.issued', '{"tokenId": "f5d34b3b-4a8f-4dc6-9b2c-801ab5fffdec"}', '2026-11-28 18:15:56.669484+00', null, '0'),
('01a2235e-fa75-7da6-9c97-5f4812b8bdb3', 'account/token.issued', '{"tokenId": "8c6ec758-b806-4e57-9e06-feb9163c9f45"}', '2026-11-28 18:15:56.669484+00', null, '0'),
('01a2235e-fa89-7259-8509-28190af1b961', 'team/invited', '{"version": 1796494556802, "invitationId": "e350b379-787b-4a9a-b9bc-6e7498b494a2"}', '2026-11-28 18:15:56.801554+00', null, '0');

insert into "email_deliveries" ("key", "to", "subject", "status", "attempts", "message_id", "booking_id", "event_id", "claimed_at", "sent_at", "created_at") values
('booking-confirmed:1', 'ana@example.com', 'Your tickets for Straßenfest am Markt', 'sent', '1', '<old@quorix.test>', '1', '1', '2026-11-28 18:15:56.835765+00', '2026-11-20 10:00:00+00', '2026-11-28 18:15:56.835765+00'),
('booking-confirmed:4', 'ana@example.com', 'Your tickets for Straßenfest am Markt', 'sending', '1', '<old-4@quorix.test>', null, '1', '2026-11-28 18:15:56.835765+00', null, '2026-11-28 18:15:56.835765+00');

insert into "audit_log" ("id", "actor_id", "action", "event_id", "booking_id", "detail", "at", "organizer_id") overriding system value values
('1', '1', 'event.created', '1', null, '{}', '2026-11-28 18:15:53.50909+00', '1'),
('2', '1', 'event.published', '1', null, '{}', '2026-11-20 10:00:00+00', '1'),
('3', '1', 'event.created', '2', null, '{}', '2026-11-28 18:15:53.681998+00', '1'),
('4', '1', 'event.published', '2', null, '{}', '2026-11-20 10:00:00+00', '1'),
('5', '1', 'event.created', '3', null, '{}', '2026-11-28 18:15:53.741943+00', '1'),
('6', '1', 'event.published', '3', null, '{}', '2026-11-20 10:00:00+00', '1'),
('7', '1', 'event.created', '4', null, '{}', '2026-11-28 18:15:53.769501+00', '1'),
('8', '1', 'event.published', '4', null, '{}', '2026-11-20 10:00:00+00', '1'),
('9', '1', 'event.created', '5', null, '{}', '2026-11-28 18:15:53.93102+00', '2'),
('10', '1', 'event.published', '5', null, '{}', '2026-11-20 10:00:00+00', '2'),
('11', '1', 'event.created', '6', null, '{}', '2026-11-28 18:15:54.054973+00', '2'),
('12', '1', 'event.published', '6', null, '{}', '2026-11-20 10:00:00+00', '2'),
('13', '1', 'event.created', '7', null, '{}', '2026-11-28 18:15:54.104973+00', '1'),
('14', '1', 'event.published', '7', null, '{}', '2026-11-20 10:00:00+00', '1'),
('15', '1', 'event.created', '8', null, '{}', '2026-11-28 18:15:54.182327+00', '1'),
('16', '1', 'event.published', '8', null, '{}', '2026-11-20 10:00:00+00', '1'),
('17', '1', 'event.created', '9', null, '{}', '2026-11-28 18:15:54.253817+00', '1'),
('18', '1', 'event.published', '9', null, '{}', '2026-11-20 10:00:00+00', '1'),
('19', '1', 'event.created', '10', null, '{}', '2026-11-28 18:15:54.334676+00', '1'),
('20', '1', 'event.published', '10', null, '{}', '2026-11-20 10:00:00+00', '1'),
('21', '1', 'event.created', '11', null, '{}', '2026-11-28 18:15:54.422592+00', '1'),
('22', '1', 'event.published', '11', null, '{}', '2026-11-20 10:00:00+00', '1'),
('23', '1', 'event.created', '12', null, '{}', '2026-11-28 18:15:54.524969+00', '1'),
('24', '1', 'event.published', '12', null, '{}', '2026-11-20 10:00:00+00', '1'),
('25', '1', 'event.created', '13', null, '{}', '2026-11-28 18:15:54.598568+00', '1'),
('26', '1', 'event.published', '13', null, '{}', '2026-11-20 10:00:00+00', '1'),
('27', '1', 'event.created', '14', null, '{}', '2026-11-28 18:15:54.720232+00', '1'),
('28', '1', 'event.published', '14', null, '{}', '2026-11-20 10:00:00+00', '1'),
('29', '1', 'event.created', '15', null, '{}', '2026-11-28 18:15:54.791501+00', '1'),
('30', '1', 'event.published', '15', null, '{}', '2026-11-20 10:00:00+00', '1'),
('31', '3', 'booking.held', '1', '1', '{}', '2026-11-20 10:01:00+00', '1'),
('32', '3', 'booking.confirmed', '1', '1', '{}', '2026-11-20 10:01:00+00', '1'),
('33', '1', 'booking.moved', '1', '1', '{"to": "Reduced", "before": [[1, 1, 1250], [2, 1, 1250], [3, 3, 0]], "tickets": 3}', '2026-11-20 10:01:00+00', '1'),
('34', '4', 'booking.held', '1', '2', '{}', '2026-11-20 10:02:00+00', '1'),
('35', '4', 'booking.confirmed', '1', '2', '{}', '2026-11-20 10:02:00+00', '1'),
('36', '4', 'booking.cancelled', '1', '2', '{}', '2026-11-20 10:02:00+00', '1'),
('37', '5', 'booking.held', '1', '3', '{}', '2026-11-20 10:03:00+00', '1'),
('38', '1', 'booking.guest-added', '1', '4', '{"type": "Standard", "tickets": 2}', '2026-11-20 10:03:00+00', '1'),
('39', '3', 'booking.held', '2', '5', '{}', '2026-11-20 10:04:00+00', '1'),
('40', '3', 'booking.confirmed', '2', '5', '{}', '2026-11-20 10:04:00+00', '1'),
('41', '1', 'booking.moved', '2', '5', '{"to": "Erkély", "before": [[7, 4, 4500], [8, 4, 4500]], "tickets": 2}', '2026-11-20 10:04:00+00', '1'),
('42', '4', 'booking.held', '2', '6', '{}', '2026-11-20 10:05:00+00', '1'),
('43', '4', 'booking.confirmed', '2', '6', '{}', '2026-11-20 10:05:00+00', '1'),
('44', '4', 'booking.cancelled', '2', '6', '{}', '2026-11-20 10:05:00+00', '1'),
('45', '6', 'booking.held', '2', '7', '{}', '2026-11-20 10:06:00+00', '1'),
('46', '5', 'booking.held', '3', '8', '{}', '2026-11-20 10:07:00+00', '1'),
('47', '5', 'booking.confirmed', '3', '8', '{}', '2026-11-20 10:07:00+00', '1'),
('48', '5', 'booking.held', '4', '9', '{}', '2026-11-20 10:08:00+00', '1'),
('49', '5', 'booking.confirmed', '4', '9', '{}', '2026-11-20 10:08:00+00', '1'),
('50', '6', 'booking.held', '5', '10', '{}', '2026-11-20 10:09:00+00', '2'),
('51', '6', 'booking.confirmed', '5', '10', '{}', '2026-11-20 10:09:00+00', '2'),
('52', '4', 'booking.held', '6', '11', '{}', '2026-11-20 10:10:00+00', '2'),
('53', '4', 'booking.confirmed', '6', '11', '{}', '2026-11-20 10:10:00+00', '2'),
('54', '3', 'booking.held', '7', '12', '{}', '2026-11-20 10:11:00+00', '1'),
('55', '3', 'booking.confirmed', '7', '12', '{}', '2026-11-20 10:11:00+00', '1'),
('56', '3', 'booking.held', '8', '13', '{}', '2026-11-20 10:12:00+00', '1'),
('57', '3', 'booking.confirmed', '8', '13', '{}', '2026-11-20 10:12:00+00', '1'),
('58', '3', 'booking.held', '9', '14', '{}', '2026-11-20 10:13:00+00', '1'),
('59', '3', 'booking.confirmed', '9', '14', '{}', '2026-11-20 10:13:00+00', '1'),
('60', '3', 'booking.held', '10', '15', '{}', '2026-11-20 10:14:00+00', '1'),
('61', '3', 'booking.confirmed', '10', '15', '{}', '2026-11-20 10:14:00+00', '1'),
('62', '3', 'booking.held', '11', '16', '{}', '2026-11-20 10:15:00+00', '1'),
('63', '3', 'booking.confirmed', '11', '16', '{}', '2026-11-20 10:15:00+00', '1'),
('64', '3', 'booking.held', '12', '17', '{}', '2026-11-20 10:16:00+00', '1'),
('65', '3', 'booking.confirmed', '12', '17', '{}', '2026-11-20 10:16:00+00', '1'),
('66', '3', 'booking.held', '13', '18', '{}', '2026-11-20 10:17:00+00', '1'),
('67', '3', 'booking.confirmed', '13', '18', '{}', '2026-11-20 10:17:00+00', '1'),
('68', '4', 'booking.held', '15', '19', '{}', '2026-11-20 10:18:00+00', '1'),
('69', '4', 'booking.confirmed', '15', '19', '{}', '2026-11-20 10:18:00+00', '1'),
('70', '4', 'booking.held', '14', '20', '{}', '2026-11-20 10:19:00+00', '1'),
('71', '4', 'booking.confirmed', '14', '20', '{}', '2026-11-20 10:19:00+00', '1'),
('72', '3', 'booking.held', '14', '21', '{}', '2026-11-20 10:20:00+00', '1'),
('73', '3', 'booking.confirmed', '14', '21', '{}', '2026-11-20 10:20:00+00', '1'),
('74', '5', 'waitlist.joined', '14', null, '{"entryId": 1}', '2026-11-20 10:21:00+00', '1'),
('75', '6', 'waitlist.joined', '14', null, '{"entryId": 2}', '2026-11-20 10:22:00+00', '1'),
('76', '4', 'booking.cancelled', '14', '20', '{}', '2026-11-20 10:22:00+00', '1'),
('77', null, 'waitlist.offered', '14', '22', '{}', '2026-11-20 10:22:00+00', '1'),
('78', '1', 'waitlist.run', '14', null, '{"offered": 1, "skipped": 0, "converted": 0, "releasedToPublic": 0}', '2026-11-20 10:22:00+00', '1'),
('79', '1', 'event.cancelled', '15', null, '{"reason": "The meadow is under water."}', '2026-11-20 10:22:00+00', '1'),
('80', '1', 'message.sent', '1', null, '{"audience": "all", "operationId": "ed6848de-de3e-4dc8-bf97-5bf561f4feb6"}', '2026-11-28 18:15:56.429603+00', '1'),
('81', '1', 'event.created', '16', null, '{}', '2026-11-28 18:15:56.452583+00', '1'),
('82', '1', 'event.created', '17', null, '{}', '2026-11-28 18:15:56.463226+00', '2'),
('83', '1', 'events.imported', null, null, '{"found": 2, "format": "table", "leftOut": 0, "refused": 0, "existing": 0, "imported": 2, "duplicates": 0}', '2026-11-28 18:15:56.524005+00', '1'),
('84', '1', 'events.imported', null, null, '{"found": 2, "format": "calendar", "leftOut": 0, "refused": 0, "existing": 0, "imported": 2, "duplicates": 0}', '2026-11-28 18:15:56.583515+00', '1'),
('85', '2', 'ticket.checked_in', '1', '1', '{}', '2026-11-28 18:15:56.612291+00', '1'),
('86', '1', 'team.invited', null, null, '{"role": "manager", "invitationId": "e350b379-787b-4a9a-b9bc-6e7498b494a2"}', '2026-11-28 18:15:56.801554+00', '2');

select setval(pg_get_serial_sequence('audit_log', 'id'), (select max(id) from "audit_log"));

insert into "failed_runs" ("id", "run_id", "function_id", "event_name", "event_data", "error", "failed_at", "settled_at", "settled_by") overriding system value values
('1', '01OLD', 'booking-confirmed-mail', 'booking/confirmed', '{"bookingId": 1}', 'Error: connect ECONNREFUSED', '2026-11-20 10:00:00+00', null, null);

select setval(pg_get_serial_sequence('failed_runs', 'id'), (select max(id) from "failed_runs"));
