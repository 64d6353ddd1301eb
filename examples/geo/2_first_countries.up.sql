INSERT INTO country (code, name) VALUES
    ('AT', 'Austria'),
    ('BR', 'Brazil'),
    ('CA', 'Canada'),
    ('CH', 'Switzerland'),
    ('DE', 'Germany'),
    ('FR', 'France'),
    ('GB', 'United Kingdom'),
    ('IN', 'India'),
    ('JP', 'Japan'),
    ('KE', 'Kenya'),
    ('NZ', 'New Zealand'),
    ('US', 'United States');
