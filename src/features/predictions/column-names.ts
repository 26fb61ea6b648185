import { createContext, use } from 'react';

/** What a column is called on the screen, by the key it is kept under. */
export const ColumnNames = createContext<(column: string) => string>((column) => column);

export const useColumnName = (): ((column: string) => string) => use(ColumnNames);
